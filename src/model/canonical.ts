/** JSON with sorted keys: equal documents are equal texts, on every machine. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member) => (isRecord(member) ? sorted(member) : member));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Eight hexadecimal digits that change with the document (FNV-1a, 32 bits over UTF-16 units).
 * Tells versions apart, protects nothing.
 */
export function fingerprint(document: unknown): string {
  let hash = 0x811c9dc5;
  for (const character of canonicalJson(document)) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
