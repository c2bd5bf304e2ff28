import { Context } from './policy';

/** A request's context, looked up as IAM does: the names of context keys have no case. */
export class RequestContext {
  private readonly values: ReadonlyMap<string, string | readonly string[]>;

  constructor(context: Context) {
    this.values = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]));
  }

  get(key: string): string | readonly string[] | undefined {
    return this.values.get(key.toLowerCase());
  }

  /** The value of a policy variable; a key of several values has none. */
  variable(key: string): string | undefined {
    const value = this.get(key);
    return typeof value === 'string' ? value : undefined;
  }
}
