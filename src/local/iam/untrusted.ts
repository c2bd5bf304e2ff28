/** A JSON object whose members may be anything. */
export type Members = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member that should be an object; empty if it is not, since the service itself refuses the call then. */
export function recordIn(value: unknown, member: string): Members {
  const found = isRecord(value) ? value[member] : undefined;
  return isRecord(found) ? found : {};
}

/** A member that should be a list; empty if it is not. */
export function listIn(value: unknown, member: string): readonly unknown[] {
  const found = isRecord(value) ? value[member] : undefined;
  return Array.isArray(found) ? found : [];
}
