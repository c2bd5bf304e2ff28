import * as fc from 'fast-check';
import { mergePatch } from './reference-merge-patch';
import { runs } from './runs';
import { clientOf, Item } from '../harness/client';
import { get, patch, post } from '../harness/requests';

/** The examples of RFC 7396, appendix A, whose target is an object. */
const EXAMPLES: [target: object, patch: object, merged: object][] = [
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const removable = <T>(value: fc.Arbitrary<T>) => fc.option(fc.option(value, { nil: null }), { nil: undefined });

/** A specimen's fields, and a patch of them: the same members, any of which may be left out, and in a patch be null. */
function fieldsOf(wrap: typeof removable, country: fc.Arbitrary<string | null | undefined>) {
  const text = fc.string({ maxLength: 5, unit: 'grapheme' });
  const coordinate = fc.integer({ min: -90, max: 90 });
  return {
    count: wrap(fc.integer({ min: -1000, max: 1000 })),
    active: wrap(fc.boolean()),
    day: wrap(fc.constantFrom('2027-01-01', '2028-02-29')),
    marks: wrap(fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 5 })),
    colour: wrap(fc.constantFrom('red', 'green', 'blue')),
    origin: wrap(fc.record({ country, city: wrap(text), place: wrap(fc.record({ latitude: wrap(coordinate), longitude: wrap(coordinate) })) })),
  };
}

const specimens = fc.record({ label: fc.constant('ab'), ...fieldsOf(optional as typeof removable, fc.constant('CH')) });
const patches = fc.record({ label: fc.constantFrom('cd', undefined), ...fieldsOf(removable, fc.constantFrom('AT', undefined)) });

export function mergePatches(baseUrl: () => string): void {
  test.each(EXAMPLES)('the reference turns %j by %j into %j', (target, change, merged) => {
    expect(mergePatch(target, change)).toEqual(merged);
  });

  test('a patch does what RFC 7396 says, or is refused where the outcome would not fit the schema', async () => {
    const { ask, succeed } = clientOf(baseUrl());
    await fc.assert(fc.asyncProperty(specimens, patches, async (fields, change) => {
      const before = (await succeed(post('/specimens', fields))).json as Item;
      const { origin, ...rest } = mergePatch(before, JSON.parse(JSON.stringify(change))) as Item & { origin?: { country?: string } };
      const answer = await ask(patch(`/specimens/${before.id}`, change));

      const after = (await succeed(get(`/specimens/${before.id}`))).json;
      if (origin && origin.country === undefined) {
        expect(answer).toMatchObject({ status: 400, json: { code: 'validation-failed' } });
        expect(after).toEqual(before);
        return;
      }
      expect(answer.json).toEqual({ ...rest, ...(origin && { origin }), updatedAt: answer.json.updatedAt, version: 2 });
      expect(after).toEqual(answer.json);
    }), { numRuns: runs(60) });
  }, 120_000);
}
