/** What is remembered of a transaction that a client request token made idempotent. */
export interface ClientToken {
  readonly token: string;
  /** Of the transaction's actions. */
  readonly digest: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Table and size of each item, which a repeat is charged for reading. */
  readonly items: ReadonlyArray<{ readonly table: string; readonly size: number }>;
}

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const VALID_MILLIS = 10 * 60 * 1000;

/** Tokens in the order of their use. */
export class ClientTokens {
  private readonly tokens = new Map<string, ClientToken>();

  get(token: string, now: number): ClientToken | undefined {
    const known = this.tokens.get(token);
    return known && isValid(known, now) ? known : undefined;
  }

  set(token: ClientToken): void {
    for (const [name, known] of this.tokens) {
      if (isValid(known, token.at)) break;
      this.tokens.delete(name);
    }
    this.tokens.delete(token.token);
    this.tokens.set(token.token, token);
  }

  all(): ClientToken[] {
    return [...this.tokens.values()];
  }
}

function isValid({ at }: ClientToken, now: number): boolean {
  return now - at < VALID_MILLIS;
}
