import { send } from '../../local/support/http-client';

/** An item as the API answers it. */
export interface Order {
  readonly id: string;
  readonly code: string;
  readonly state: string;
  readonly version: number;
}

/** A request whose answer may never come: the item before and after it. */
interface Pending {
  readonly before?: Order;
  readonly after?: Pick<Order, 'code' | 'state' | 'version'>;
}

export const STATES = ['open', 'done'];

/** Writes items of its own, one request after the other, and knows what was answered. */
export class Writer {
  private readonly answered = new Map<string, Order>();
  private pending: Pending = {};
  private count = 0;

  constructor(private readonly name: string) {}

  /** Writes until nothing answers any more. @returns how many writes were answered */
  public async write(url: string): Promise<number> {
    for (let written = 0; ; written += 1) {
      try {
        await this.step(url);
      } catch (error) {
        // what the system says of a connection has a code
        if (!('code' in (error as Error))) throw error;
        return written;
      }
    }
  }

  /** Compares with what is stored: each answered write is there, and of the one without an answer all or nothing. */
  public compare(stored: ReadonlyMap<string, Order>): void {
    const { before, after } = this.pending;
    const own = new Map([...stored].filter(([, { code }]) => code.startsWith(this.name)));
    if (before) {
      const found = own.get(before.id);
      if (JSON.stringify(found) !== JSON.stringify(before)) {
        expect(found).toEqual(after && { ...found, ...after });
        if (found) this.answered.set(before.id, found);
        else this.answered.delete(before.id);
      }
    } else if (after) {
      const [created] = [...own.values()].filter(({ code }) => code === after.code);
      if (created) this.answered.set(created.id, created);
    }
    expect(own).toEqual(this.answered);
    this.pending = {};
  }

  private async step(url: string): Promise<void> {
    const number = this.count++;
    const ids = [...this.answered.keys()];
    const before = number % 3 === 0 ? undefined : this.answered.get(ids[number % ids.length]!);
    if (before && number % 3 === 2) return this.remove(url, before);
    return this.save(url, before, { code: `${this.name}-${number}`, state: STATES[number % 2]! });
  }

  private async save(url: string, before: Order | undefined, fields: Pick<Order, 'code' | 'state'>): Promise<void> {
    this.pending = { before, after: { ...fields, version: (before?.version ?? 0) + 1 } };
    const { status, text } = before
      ? await send(`${url}/${before.id}`, { method: 'PATCH', headers: { 'content-type': 'application/merge-patch+json' }, body: JSON.stringify(fields) })
      : await send(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(fields) });
    if (status !== (before ? 200 : 201)) throw new Error(`${status}: ${text}`);
    const saved = JSON.parse(text) as Order;
    this.answered.set(saved.id, saved);
    this.pending = {};
  }

  private async remove(url: string, before: Order): Promise<void> {
    this.pending = { before };
    const { status, text } = await send(`${url}/${before.id}`, { method: 'DELETE' });
    if (status !== 204) throw new Error(`${status}: ${text}`);
    this.answered.delete(before.id);
    this.pending = {};
  }
}
