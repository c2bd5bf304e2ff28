import { JsonSchema } from './json-schema';
import { StoredForm, storedFormOf } from './stored-form';

export type FilterOperator = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'between' | 'in' | 'beginsWith' | 'contains' | 'exists';

const EQUALITY: readonly FilterOperator[] = ['eq', 'ne', 'in', 'exists'];
const ORDER: readonly FilterOperator[] = ['lt', 'lte', 'gt', 'gte', 'between'];

const OPERATORS: { readonly [form in StoredForm]: readonly FilterOperator[] } = {
  S: [...EQUALITY, ...ORDER, 'beginsWith', 'contains'],
  N: [...EQUALITY, ...ORDER],
  BOOL: EQUALITY,
  B: EQUALITY,
  L: ['contains', 'exists'],
  M: ['exists'],
  any: ['exists'],
};

/** What a list can ask of a field, which follows from its stored form. */
export function filterOperatorsOf(schema: JsonSchema): readonly FilterOperator[] {
  return OPERATORS[storedFormOf(schema)];
}

/** Operators that a sort attribute of an index can serve. */
export const RANGE_OPERATORS: readonly FilterOperator[] = ['lt', 'lte', 'gt', 'gte', 'between', 'beginsWith'];

/** How many items a page has. */
export const PAGE_SIZE = { default: 25, greatest: 100 } as const;
