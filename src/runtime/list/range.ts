import { compareValues, Filter } from './filter';
import { AttributeMap, AttributeValue } from '../store/call';

/** A range as a key condition has it, and the ends of it that are not meant. */
export interface KeyRange {
  readonly range?: Filter;
  readonly excluded: readonly AttributeValue[];
}

/** A key condition takes one range. Two that bound it from both sides are one with its ends, which the reader then leaves out; no others are one. */
export function oneRange(filters: readonly Filter[]): KeyRange | undefined {
  const [first, second] = filters;
  if (filters.length < 2) return { range: first && withoutEmptyStart(first), excluded: [] };
  const from = filters.find(({ operator }) => operator.startsWith('gt'));
  const to = filters.find(({ operator }) => operator.startsWith('lt'));
  if (filters.length > 2 || !second || !from || !to) return undefined;
  const ends = [from, to].filter(({ operator }) => !operator.endsWith('e'));
  const range = { ...from, operator: 'between', values: [from.values[0], to.values[0]] } as const;
  return { range: withoutEmptyStart(range), excluded: ends.map(({ values }) => values[0]) };
}

/** Every key is greater than an empty text and begins with it, but a key condition must not name it. */
function withoutEmptyStart(range: Filter): Filter | undefined {
  const [start, end] = range.values;
  if (!isEmptyText(start) || range.operator.startsWith('lt')) return range;
  return range.operator === 'between' ? { ...range, operator: 'lte', values: [end] } : undefined;
}

/** Whether no key is in a range. */
export function isEmptyRange({ operator, values: [start, end] }: Filter): boolean {
  return operator === 'between' ? compareValues(start, end) > 0 : isEmptyText(start);
}

export function isEmptyText(value: AttributeValue): boolean {
  return 'S' in value && value.S === '';
}

export function isWithin(item: AttributeMap, { range, excluded }: KeyRange): boolean {
  return excluded.every((end) => compareValues(item[range!.path[0]], end) !== 0);
}
