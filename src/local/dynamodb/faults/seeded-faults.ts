import { createHash } from 'node:crypto';
import { canMeet, ChooseFault, FAULT_KINDS, FaultKind, FAULTS } from './fault';

export type FaultRates = { readonly [kind in FaultKind]?: number };

export interface SeededFaults {
  /** A whole number from 0. */
  readonly seed: number;
  /** The share of the calls that meets each kind of fault, from 0 to 1; a kind that is left out never happens. @default - those of `FAULTS` */
  readonly rates?: FaultRates;
}

const DEFAULT_RATES: FaultRates = Object.fromEntries(FAULT_KINDS.map((kind) => [kind, FAULTS[kind].rate]));

/**
 * Faults by a seed: the n-th call of an action meets the same one in every run.
 *
 * So a run whose requests come one after the other is replayed exactly. Of requests at the same time, it is up to the machine
 * whose call is the n-th.
 */
export function seededFaults({ seed, rates = DEFAULT_RATES }: SeededFaults): ChooseFault {
  check(seed, rates);
  const counts = new Map<string, number>();
  return ({ action }) => {
    const ordinal = (counts.get(action) ?? 0) + 1;
    counts.set(action, ordinal);
    return faultAt(seed, rates, action, ordinal);
  };
}

/** The fault of an action's n-th call. */
export function faultAt(seed: number, rates: FaultRates, action: string, ordinal: number): FaultKind | undefined {
  let left = chance(`${seed} ${action} ${ordinal}`);
  return FAULT_KINDS.filter((kind) => canMeet(kind, action)).find((kind) => (left -= rates[kind] ?? 0) < 0);
}

const DIGEST_BITS = 48;

/** From 0 up to 1; evenly, and independent of that of any other text. */
function chance(text: string): number {
  return createHash('sha256').update(text).digest().readUIntBE(0, DIGEST_BITS / 8) / 2 ** DIGEST_BITS;
}

function check(seed: number, rates: FaultRates): void {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`the seed of faults is ${seed}; it must be a whole number from 0`);
  const all = Object.entries(rates);
  for (const [kind, rate] of all) {
    if (!Object.hasOwn(FAULTS, kind)) throw new RangeError(`there is no fault '${kind}'; there are ${FAULT_KINDS.join(', ')}`);
    if (!(rate >= 0 && rate <= 1)) throw new RangeError(`the rate of the fault '${kind}' is ${rate}; it must be from 0 to 1`);
  }
  const sum = all.reduce((total, [, rate]) => total + rate, 0);
  if (sum > 1) throw new RangeError(`the rates of faults add up to ${sum}; a call meets one of them, so they can add up to 1 at most`);
}
