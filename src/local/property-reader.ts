import type { Resource } from './assembly';

/** A resource that cannot be run here, or a property that makes no sense; the message is one line for the user. */
export class TemplateError extends Error {
  constructor(resource: Pick<Resource, 'stackId' | 'logicalId' | 'path' | 'type'>, message: string) {
    const construct = resource.path === undefined ? '' : ` (${resource.path})`;
    super(`${resource.stackId}: ${resource.logicalId}${construct}: ${resource.type} cannot be run locally: ${message}`);
    this.name = 'TemplateError';
  }
}

type Values = Readonly<Record<string, unknown>>;

/** Reads properties as the types that they must have. Like CloudFormation, it takes numbers and booleans written as text. */
export class PropertyReader {
  public static of(resource: Resource): PropertyReader {
    return new PropertyReader(resource, resource.properties, '');
  }

  private constructor(private readonly resource: Resource, private readonly values: Values, private readonly prefix: string) {}

  public text(name: string): string {
    return this.optionalText(name) ?? this.fail(name, 'it is required');
  }

  public optionalText(name: string): string | undefined {
    const value = this.values[name];
    if (value === undefined) return undefined;
    return typeof value === 'object' ? this.mismatch(name, 'a text') : String(value);
  }

  public number(name: string): number | undefined {
    const value = this.optionalText(name);
    if (value === undefined) return undefined;
    return value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : this.mismatch(name, 'a number');
  }

  public boolean(name: string): boolean | undefined {
    const value = this.optionalText(name);
    if (value === undefined) return undefined;
    return value === 'true' || value === 'false' ? value === 'true' : this.mismatch(name, 'true or false');
  }

  public texts(name: string): string[] {
    return this.list(name).map((value) => (typeof value === 'object' ? this.mismatch(name, 'a list of texts') : String(value)));
  }

  /** A map from names to texts; undefined if it is absent. */
  public textMap(name: string): Record<string, string> | undefined {
    return this.has(name) ? this.nested(name).all() : undefined;
  }

  /** All members as texts. */
  public all(): Record<string, string> {
    return Object.fromEntries(Object.keys(this.values).map((name) => [name, this.text(name)]));
  }

  /** A nested property; an absent one has no members. */
  public nested(name: string): PropertyReader {
    return new PropertyReader(this.resource, this.record(name), `${this.prefix}${name}.`);
  }

  public nestedList(name: string): PropertyReader[] {
    return this.list(name).map((value, position) => {
      const item = `${name}[${position}]`;
      return isRecord(value) ? new PropertyReader(this.resource, value, `${this.prefix}${item}.`) : this.mismatch(item, 'an object');
    });
  }

  /** Nested properties by name. */
  public nestedMap(name: string): Map<string, PropertyReader> {
    const reader = this.nested(name);
    return new Map(Object.keys(reader.values).map((key) => [key, reader.nested(key)]));
  }

  public has(name: string): boolean {
    return this.values[name] !== undefined;
  }

  /** The property would change what the app does, and it is not honoured here. */
  public refuse(name: string, reason: string): void {
    if (this.has(name)) this.fail(name, reason);
  }

  /** The property must have one of some values. */
  public oneOf<T extends string>(name: string, allowed: readonly T[], fallback?: T): T {
    const value = this.optionalText(name) ?? fallback;
    return allowed.find((each) => each === value) ?? this.fail(name, `it is ${JSON.stringify(value)}; only ${allowed.join(', ')} can`);
  }

  public fail(name: string, message: string): never {
    throw new TemplateError(this.resource, `${this.prefix}${name}: ${message}`);
  }

  private mismatch(name: string, expected: string): never {
    return this.fail(name, `it is ${JSON.stringify(this.values[name])}; it must be ${expected}`);
  }

  private list(name: string): unknown[] {
    const value = this.values[name] ?? [];
    return Array.isArray(value) ? value : this.mismatch(name, 'a list');
  }

  private record(name: string): Values {
    const value = this.values[name] ?? {};
    return isRecord(value) ? value : this.mismatch(name, 'an object');
  }
}

function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
