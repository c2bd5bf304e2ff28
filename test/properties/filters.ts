import { deepStrictEqual } from 'node:assert';
import * as fc from 'fast-check';
import { Api, Item, Page, withApi } from './api';
import { Property, Tally } from './property';
import { FilterOperator, filterOperatorsOf, JsonSchema, STANDARD_OPERATIONS } from '../../src/model';
import { todoModel } from '../runtime/fixtures/models';

const SAMPLE = 60;

const WORDS = ['ab', 'abc', 'a,b', 'a b', 'ÄB', 'zz', 'ab%', '10', '09', 'a\\b', '+', '&=', '#a', ':v', '', 'A'];
const filterable = (schema: object) => ({ ...schema, 'x-filterable': true }) as JsonSchema;

/** Fields of every stored form, each with values that differ in ways that matter. Null where the form has no order by itself. */
const FIELDS: { readonly [path: string]: { readonly schema: JsonSchema; readonly values: readonly (string | number | boolean)[] } } = {
  'label': { schema: { type: 'string' }, values: WORDS },
  'count': { schema: { type: 'integer' }, values: [-1000, -5, -1, 0, 1, 2, 10, 1000, Number.MAX_SAFE_INTEGER] },
  'ratio': { schema: { type: 'number' }, values: [-1.5, -1e-7, 0, 0.1, 0.3, 1, 2.5, 1e21] },
  'price': { schema: { type: 'string', format: 'decimal' }, values: ['-0.01', '0', '1.5', '9.99', '10', '99999999999999999999999999999999999999'] },
  'active': { schema: { type: 'boolean' }, values: [true, false] },
  'day': { schema: { type: 'string', format: 'date' }, values: ['1999-12-31', '2026-12-31', '2027-01-01', '2028-02-29'] },
  'moment': { schema: { type: 'string', format: 'date-time' }, values: ['2027-01-01T00:00:00.000Z', '2027-01-01T00:00:00.001Z', '2027-06-01T12:00:00.000Z'] },
  'colour': { schema: { type: 'string', enum: ['red', 'green', 'blue'] }, values: ['red', 'green', 'blue'] },
  'tags': { schema: { type: 'array', items: { type: 'string' } }, values: WORDS },
  'place.city': { schema: { type: 'string' }, values: ['Bern', 'Basel', 'Chur', 'Be'] },
};
const NESTED = 'place';
const MODEL = todoModel({
  fields: {
    ...Object.fromEntries(Object.entries(FIELDS).filter(([path]) => !path.includes('.')).map(([path, { schema }]) => [path, filterable(schema)])),
    [NESTED]: { type: 'object', properties: { city: filterable(FIELDS['place.city'].schema) }, required: [] },
  },
  required: [],
  operations: [...STANDARD_OPERATIONS, 'count'],
});

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const { 'tags': tags, 'place.city': city, ...single } = FIELDS;
const items = fc.record({
  ...Object.fromEntries(Object.entries(single).map(([path, { values }]) => [path, optional(fc.constantFrom(...values))])),
  tags: optional(fc.array(fc.constantFrom(...tags.values), { maxLength: 3 })),
  [NESTED]: optional(fc.record({ city: optional(fc.constantFrom(...city.values)) })),
});

/** A value as it compares in memory. */
type Comparable = string | number | bigint | boolean;
type Meaning = (value: unknown, operands: readonly Comparable[], comparable: (value: unknown) => Comparable) => boolean;

const given = (holds: (a: Comparable, operands: readonly Comparable[]) => boolean): Meaning =>
  (value, operands, comparable) => value !== undefined && holds(comparable(value), operands);

const MEANINGS: { readonly [operator in FilterOperator]: Meaning } = {
  eq: given((a, [b]) => a === b),
  // what is not there is not this value, either
  ne: (value, [b], comparable) => value === undefined || comparable(value) !== b,
  lt: given((a, [b]) => a < b),
  lte: given((a, [b]) => a <= b),
  gt: given((a, [b]) => a > b),
  gte: given((a, [b]) => a >= b),
  between: given((a, [low, high]) => a >= low && a <= high),
  in: given((a, operands) => operands.includes(a)),
  beginsWith: given((a, [b]) => String(a).startsWith(String(b))),
  contains: (value, [b]) => (Array.isArray(value) ? value.includes(b) : value !== undefined && (value as string).includes(b as string)),
  exists: (value, [b]) => (value !== undefined) === b,
};

/** Texts compare by UTF-8 bytes, as DynamoDB compares them; these have no surrogates, so by code units too. Decimals compare as hundredths. */
function comparableOf({ format }: JsonSchema): (value: unknown) => Comparable {
  if (format !== 'decimal') return (value) => value as Comparable;
  return (value) => {
    const [whole, fraction = ''] = String(value).split('.');
    return BigInt(whole + fraction.padEnd(2, '0'));
  };
}

interface Filter {
  readonly path: string;
  readonly operator: FilterOperator;
  readonly operands: readonly (string | number | boolean)[];
}

const PATHS = Object.keys(FIELDS);
const filters: fc.Arbitrary<Filter> = fc.constantFrom(...PATHS)
  .chain((path) => fc.record({ path: fc.constant(path), operator: fc.constantFrom(...filterOperatorsOf(FIELDS[path].schema)) }))
  .chain(({ path, operator }) => operandsOf(path, operator).map((operands) => ({ path, operator, operands })));

function operandsOf(path: string, operator: FilterOperator): fc.Arbitrary<(string | number | boolean)[]> {
  const { schema, values } = FIELDS[path];
  const comparable = comparableOf(schema);
  const one = fc.constantFrom(...values);
  switch (operator) {
    case 'exists': return fc.boolean().map((wanted) => [wanted]);
    case 'in': return fc.uniqueArray(one, { minLength: 1, maxLength: 4 });
    case 'between': return fc.tuple(one, one).filter(([low, high]) => comparable(low) <= comparable(high));
    case 'beginsWith':
    case 'contains': return schema.type === 'array' ? one.map((value) => [value]) : one.chain((value) => fc.integer({ min: 1, max: 3 }).map((length) => [String(value).slice(0, length)])).filter(([part]) => part !== '');
    default: return one.map((value) => [value]);
  }
}

function written({ path, operator, operands }: Filter): string {
  const several = operator === 'in' || operator === 'between';
  const text = operands.map((operand) => (several ? String(operand).replace(/[\\,]/g, '\\$&') : String(operand))).join(',');
  return `${operator === 'eq' ? path : `${path}:${operator}`}=${encodeURIComponent(text)}`;
}

function isMeant(item: Item, { path, operator, operands }: Filter): boolean {
  const comparable = comparableOf(FIELDS[path].schema);
  const value = path.split('.').reduce<unknown>((part, member) => (part as Record<string, unknown> | undefined)?.[member], item);
  return MEANINGS[operator](value, operator === 'exists' ? operands as Comparable[] : operands.map(comparable), comparable);
}

async function listed(api: Api, asked: readonly Filter[], limit: number): Promise<Item[]> {
  const found: Item[] = [];
  let cursor: string | undefined;
  do {
    const query = [...asked.map(written), `limit=${limit}`, ...(cursor ? [`cursor=${cursor}`] : [])].join('&');
    const page = await api.succeed('GET', '/todos', { query }) as Page;
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return found;
}

export const filtersByMeaning: Property = {
  name: 'a filter leaves the items that it means in memory',
  few: 120,
  check: (count, seed) => withApi(MODEL, async (api) => {
    const tally = new Tally();
    const stored: Item[] = [];
    for (const item of fc.sample(items, { numRuns: SAMPLE, seed })) stored.push(await api.succeed('POST', '/todos', { body: item }) as Item);
    const asked = fc.uniqueArray(filters, { minLength: 1, maxLength: 2, selector: ({ path, operator }) => `${path}:${operator}` });
    await fc.assert(fc.asyncProperty(asked, fc.integer({ min: 1, max: 50 }), async (filtersOfList, limit) => {
      const meant = stored.filter((item) => filtersOfList.every((filter) => isMeant(item, filter)));
      deepStrictEqual(await listed(api, filtersOfList, limit), meant);
      deepStrictEqual(await api.succeed('GET', '/todos/count', { query: filtersOfList.map(written).join('&') }), { count: meant.length, complete: true });
      for (const { operator } of filtersOfList) tally.add(operator);
      tally.add('items', meant.length);
    }), { numRuns: count, seed });
    return `${count} lists: ${tally}`;
  }),
};
