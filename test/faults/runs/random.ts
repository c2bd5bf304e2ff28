import { createHash } from 'node:crypto';

/** Chance by a seed: the same draws in the same order. */
export class Random {
  private drawn = 0;

  constructor(private readonly seed: string) {}

  /** A whole number from 0 up to a limit. */
  public below(limit: number): number {
    return createHash('sha256').update(`${this.seed} ${this.drawn++}`).digest().readUInt32BE() % limit;
  }

  public pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)];
  }
}
