import { randomInt } from 'node:crypto';
import { properties } from './properties';
import { mergePatch } from './reference-merge-patch';

/** Failures tell the seed; `PROPERTY_SEED` brings it back. */
const seed = Number(process.env.PROPERTY_SEED ?? randomInt(2 ** 31));

test.each([...properties])('$name', async ({ few, check }) => {
  await check(Number(process.env.PROPERTY_RUNS ?? few), seed);
}, 600_000);

/** RFC 7396, appendix A. */
test.each<[target: unknown, patch: unknown, merged: unknown]>([
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [['a', 'b'], ['c', 'd'], ['c', 'd']],
  [{ a: 'b' }, ['c'], ['c']],
  [{ a: 'foo' }, null, null],
  [{ a: 'foo' }, 'bar', 'bar'],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
])('the reference of merge patches turns %j by %j into %j', (target, patch, merged) => {
  expect(mergePatch(target, patch)).toEqual(merged);
});
