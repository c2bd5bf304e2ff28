import * as fc from 'fast-check';
import { runs } from './runs';
import { clientOf, Item } from '../harness/client';
import { get, post } from '../harness/requests';

const SAMPLE = 40;

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const WORDS = ['ab', 'abc', 'a,b', 'a b', 'ÄB', 'zz', 'ab%', '10', '09'];
const DAYS = ['2026-12-31', '2027-01-01', '2027-01-31', '2028-02-29'];
const MOMENTS = ['2027-01-01T00:00:00.000Z', '2027-01-01T00:00:00.001Z', '2027-06-01T12:00:00.000Z'];
const NUMBERS = [-5, 0, 1, 2, 10, 1000];

const specimens = fc.record({
  label: fc.constantFrom(...WORDS),
  count: optional(fc.constantFrom(...NUMBERS)),
  ratio: optional(fc.constantFrom(-1.5, 0, 0.1, 2, 2.5)),
  active: optional(fc.boolean()),
  day: optional(fc.constantFrom(...DAYS)),
  moment: optional(fc.constantFrom(...MOMENTS)),
  colour: optional(fc.constantFrom('red', 'green', 'blue')),
  origin: optional(fc.record({ country: fc.constant('CH'), city: optional(fc.constantFrom('Bern', 'Basel', 'Chur')) })),
});

/** A filter as it stands in the query, and what it means for the value of its field. */
interface Filter {
  readonly query: string;
  readonly field: string;
  readonly fits: (value: unknown) => boolean;
}

type Comparison = (value: never, operand: never) => boolean;

/** Texts compare by UTF-8 bytes, as DynamoDB compares them; these texts have no surrogates, so by code units too. */
const COMPARISONS: Record<string, Comparison> = {
  eq: (value, operand) => value === operand,
  lt: (value, operand) => value < operand,
  lte: (value, operand) => value <= operand,
  gt: (value, operand) => value > operand,
  gte: (value, operand) => value >= operand,
};

const FIELDS: Record<string, readonly (string | number | boolean)[]> = {
  'label': [...WORDS, 'a', 'b'],
  'count': [...NUMBERS, 3],
  'ratio': [-1.5, 0, 0.1, 2, 3],
  'day': [...DAYS, '2027-06-01'],
  'moment': MOMENTS,
  'colour': ['red', 'green', 'blue'],
  'origin.city': ['Bern', 'Basel', 'Genf'],
};

const encoded = (operand: unknown) => encodeURIComponent(String(operand).replaceAll(',', '\\,'));

const comparisons: fc.Arbitrary<Filter> = fc.constantFrom(...Object.keys(FIELDS)).chain((field) =>
  fc.tuple(fc.constantFrom(...Object.keys(COMPARISONS)), fc.constantFrom(...FIELDS[field])).map(([operator, operand]) => ({
    query: `${field}:${operator}=${encodeURIComponent(String(operand))}`,
    field,
    fits: (value) => value !== undefined && COMPARISONS[operator](value as never, operand as never),
  })));

const lists: fc.Arbitrary<Filter> = fc.constantFrom(...Object.keys(FIELDS)).chain((field) =>
  fc.uniqueArray(fc.constantFrom(...FIELDS[field]), { minLength: 1, maxLength: 4 }).map((operands) => ({
    query: `${field}:in=${operands.map(encoded).join(',')}`,
    field,
    fits: (value) => operands.includes(value as never),
  })));

const ranges: fc.Arbitrary<Filter> = fc.constantFrom('label', 'count', 'ratio', 'day', 'moment').chain((field) =>
  fc.tuple(fc.constantFrom(...FIELDS[field]), fc.constantFrom(...FIELDS[field])).filter(([low, high]) => low <= high).map(([low, high]) => ({
    query: `${field}:between=${encoded(low)},${encoded(high)}`,
    field,
    fits: (value) => value !== undefined && (value as string) >= low && (value as string) <= high,
  })));

const texts: fc.Arbitrary<Filter> = fc.tuple(fc.constantFrom('beginsWith', 'contains'), fc.constantFrom('a', 'ab', 'b', ',', 'Ä', '1')).map(([operator, operand]) => ({
  query: `label:${operator}=${encodeURIComponent(operand)}`,
  field: 'label',
  fits: (value) => (operator === 'contains' ? (value as string).includes(operand) : (value as string).startsWith(operand)),
}));

const presence: fc.Arbitrary<Filter> = fc.tuple(fc.constantFrom('count', 'active', 'day', 'origin.city'), fc.boolean()).map(([field, wanted]) => ({
  query: `${field}:exists=${wanted}`,
  field,
  fits: (value) => (value !== undefined) === wanted,
}));

const flags: fc.Arbitrary<Filter> = fc.boolean().map((wanted) => ({ query: `active=${wanted}`, field: 'active', fits: (value) => value === wanted }));

const anyFilter = fc.oneof(comparisons, lists, ranges, texts, presence, flags);

function valueOf(item: unknown, path: string): unknown {
  return path.split('.').reduce((value, member) => (value as Record<string, unknown> | undefined)?.[member], item);
}

export function filtersByMeaning(baseUrl: () => string): void {
  let items: Item[];
  let succeed: ReturnType<typeof clientOf>['succeed'];
  beforeAll(async () => {
    ({ succeed } = clientOf(baseUrl()));
    items = [];
    for (const specimen of fc.sample(specimens, { numRuns: SAMPLE, seed: 7 })) items.push((await succeed(post('/specimens', specimen))).json as Item);
  });

  test('a list with filters is the list of the items that they fit', async () => {
    const twoFilters = fc.uniqueArray(anyFilter, { minLength: 1, maxLength: 2, selector: ({ query }) => query.split('=')[0] });
    await fc.assert(fc.asyncProperty(twoFilters, fc.integer({ min: 1, max: 50 }), async (filters, limit) => {
      const found: Item[] = [];
      let cursor: string | undefined;
      do {
        const query = [...filters.map(({ query: one }) => one), `limit=${limit}`, ...(cursor ? [`cursor=${cursor}`] : [])].join('&');
        const page = (await succeed(get(`/specimens?${query}`))).json as { items: Item[]; nextCursor?: string };
        found.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      expect(found).toEqual(items.filter((item) => filters.every(({ field, fits }) => fits(valueOf(item, field)))));
    }), { numRuns: runs(80) });
  }, 120_000);
}
