/** Something that holds for all inputs, tried on random ones. */
export interface Property {
  readonly name: string;
  /** How often it is tried in the tests; the command tries it more often. */
  readonly few: number;
  /** Tries it on that many inputs; rejects with the first one for which it does not hold. @returns what was counted, in words */
  check(count: number, seed: number): Promise<string>;
}

/** Counts by kind: `edited 40, cut 12`. */
export class Tally {
  private readonly counts = new Map<string, number>();

  public add(kind: string, count = 1): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + count);
  }

  public get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  public toString(): string {
    return [...this.counts].map(([kind, count]) => `${kind} ${count}`).join(', ');
  }
}
