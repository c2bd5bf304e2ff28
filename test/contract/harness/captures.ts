/** What is known to the texts of a case: the items and answers that it named, and the target's own facts. */
export type Captures = { readonly [name: string]: unknown };

const REFERENCE = /\{([A-Za-z_]\w*)((?:\.\w+)*)\}/g;
const ONE_REFERENCE = new RegExp(`^${REFERENCE.source}$`);

/** The value with every reference in its texts replaced by what was captured under that name. */
export function resolve<T>(value: T, captures: Captures): T {
  if (typeof value === 'string') return resolveText(value, captures) as T;
  if (Array.isArray(value)) return value.map((member) => resolve(member, captures)) as T;
  if (isPlainObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, resolve(member, captures)])) as T;
  }
  return value;
}

function resolveText(text: string, captures: Captures): unknown {
  const whole = ONE_REFERENCE.exec(text);
  if (whole && whole[1] in captures) return lookUp(text, whole[1], whole[2], captures);
  return text.replace(REFERENCE, (reference, name: string, path: string) =>
    name in captures ? String(lookUp(reference, name, path, captures)) : reference,
  );
}

function lookUp(reference: string, name: string, path: string, captures: Captures): unknown {
  const found = path.split('.').slice(1).reduce<unknown>((value, member) => (value as Captures | undefined)?.[member], captures[name]);
  if (found === undefined) throw new Error(`${reference} was not captured: ${name} has ${Object.keys(captures[name] as object).join(', ')}`);
  return found;
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
