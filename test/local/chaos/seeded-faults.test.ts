import { FAULT_KINDS, FaultKind, FAULTS, faultAt, FaultRates, seededFaults } from '../../../src/local/dynamodb';

const CALLS = 20_000;
const first = (count: number, choose: (ordinal: number) => unknown) => Array.from({ length: count }, (_, place) => choose(place + 1));
const defaults: FaultRates = Object.fromEntries(FAULT_KINDS.map((kind) => [kind, FAULTS[kind].rate]));

test('a seed says which fault the n-th call of an action meets, whatever other actions are called between', () => {
  const [alone, mixed] = [seededFaults({ seed: 7 }), seededFaults({ seed: 7 })];
  const input = {};
  const expected = first(500, () => alone({ action: 'PutItem', input }));
  expect(first(500, () => {
    mixed({ action: 'GetItem', input });
    return mixed({ action: 'PutItem', input });
  })).toEqual(expected);
  expect(expected).toEqual(first(500, (ordinal) => faultAt(7, defaults, 'PutItem', ordinal)));
});

test('other seeds and other actions meet others', () => {
  const sequences = [[7, 'PutItem'], [8, 'PutItem'], [7, 'DeleteItem']] as const;
  const met = sequences.map(([seed, action]) => first(500, (ordinal) => faultAt(seed, defaults, action, ordinal)).join());
  expect(new Set(met).size).toBe(3);
});

test.each(['BatchWriteItem', 'TransactWriteItems'])('each kind is met as often as its rate says, in calls of %s', (action) => {
  const met = new Map<FaultKind | undefined, number>();
  for (let ordinal = 1; ordinal <= CALLS; ordinal++) {
    const kind = faultAt(1, defaults, action, ordinal);
    met.set(kind, (met.get(kind) ?? 0) + 1);
  }
  const possible = FAULT_KINDS.filter((kind) => action === (kind === 'unprocessed' ? 'BatchWriteItem' : kind === 'conflict' ? 'TransactWriteItems' : action));
  expect(FAULT_KINDS.filter((kind) => met.has(kind))).toEqual(possible);
  for (const kind of possible) expect(Math.abs(met.get(kind)! / CALLS - FAULTS[kind].rate)).toBeLessThan(0.006);
});

test('a read meets no conflict and leaves nothing unprocessed', () => {
  const kinds = new Set(first(CALLS, (ordinal) => faultAt(1, { conflict: 0.5, unprocessed: 0.5 }, 'Query', ordinal)));
  expect([...kinds]).toEqual([undefined]);
});

test.each<[string, number, FaultRates | undefined, string]>([
  ['a negative seed', -1, undefined, 'the seed of faults is -1; it must be a whole number from 0'],
  ['half a seed', 0.5, undefined, 'the seed of faults is 0.5; it must be a whole number from 0'],
  ['an unknown fault', 1, { flood: 1 } as object, `there is no fault 'flood'; there are ${FAULT_KINDS.join(', ')}`],
  ['a rate over 1', 1, { hang: 1.5 }, "the rate of the fault 'hang' is 1.5; it must be from 0 to 1"],
  ['a rate that is no number', 1, { hang: Number.NaN }, "the rate of the fault 'hang' is NaN; it must be from 0 to 1"],
  ['too many faults', 1, { hang: 0.75, slow: 0.5 }, 'the rates of faults add up to 1.25; a call meets one of them, so they can add up to 1 at most'],
])('%s is refused', (_title, seed, rates, message) => {
  expect(() => seededFaults({ seed, rates })).toThrow(new RangeError(message));
});
