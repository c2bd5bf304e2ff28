import { compareValues, Filter } from './filter';
import { AttributeMap, AttributeValue } from '../store/call';

/** A range as a key condition has it, and the ends of it that are not meant. */
export interface KeyRange {
  readonly range?: Filter;
  readonly excluded: readonly AttributeValue[];
}

/** A key condition takes one range. Two that bound it from both sides are one with its ends, which the reader then leaves out. */
export function oneRange(filters: readonly Filter[]): KeyRange {
  const [first, second] = filters;
  if (filters.length < 2) return { range: first, excluded: [] };
  const from = filters.find(({ operator }) => operator.startsWith('gt'));
  const to = filters.find(({ operator }) => operator.startsWith('lt'));
  if (filters.length > 2 || !second || !from || !to) return { excluded: [] };
  const ends = [from, to].filter(({ operator }) => !operator.endsWith('e'));
  return { range: { ...from, operator: 'between', values: [from.values[0], to.values[0]] }, excluded: ends.map(({ values }) => values[0]) };
}

/** Whether nothing can be in a range, which the store would refuse to read. */
export function isEmpty(range: Filter | undefined): boolean {
  return range?.operator === 'between' && compareValues(range.values[0], range.values[1]) > 0;
}

export function isWithin(item: AttributeMap, { range, excluded }: KeyRange): boolean {
  return excluded.every((end) => compareValues(item[range!.path[0]], end) !== 0);
}
