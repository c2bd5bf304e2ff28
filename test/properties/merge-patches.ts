import { deepStrictEqual, strictEqual } from 'node:assert';
import * as fc from 'fast-check';
import { Api, Item, withApi } from './api';
import { Property, Tally } from './property';
import { mergePatch } from './reference-merge-patch';
import { JsonSchema } from '../../src/model';
import { todoModel } from '../runtime/fixtures/models';
import { validatorOf } from '../runtime/fixtures/validator';

/** Names that are words, operators or syntax elsewhere. */
const MEMBERS = ['a', 'b', 'size', 'a.b', '#x', ':v', 'toString', 'é'];

const FIELDS: { readonly [name: string]: JsonSchema } = {
  title: { type: 'string', minLength: 1 },
  count: { type: 'integer', minimum: -100, maximum: 100 },
  note: { type: ['string', 'null'] },
  done: { type: 'boolean' },
  tags: { type: 'array', items: { type: 'string' }, maxItems: 3 },
  origin: {
    type: 'object',
    properties: { country: { type: 'string' }, city: { type: 'string' }, place: { type: 'object', properties: { x: { type: 'integer' }, y: { type: 'integer' } }, required: [] } },
    required: ['country'],
  },
  counts: { type: 'object', additionalProperties: { type: 'integer' }, maxProperties: 3 },
  scores: { type: 'object', additionalProperties: { type: 'integer' } },
  extra: {},
};
const MODEL = todoModel({ fields: FIELDS, required: ['title'] });
const { item: violations } = validatorOf(MODEL.schema);

const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => value !== null && fits(value));
const text = fc.string({ maxLength: 4, unit: 'grapheme' });
const free = fc.letrec((tie) => ({
  object: fc.dictionary(fc.constantFrom(...MEMBERS), fc.oneof({ maxDepth: 3 }, fc.constant(null), fc.integer({ min: -9, max: 9 }), text, fc.array(fc.nat(3), { maxLength: 2 }), tie('object')), { maxKeys: 3 }),
})).object;

type Wrap = <T>(value: fc.Arbitrary<T>) => fc.Arbitrary<T | null | undefined>;
const optional: Wrap = (value) => fc.option(value, { nil: undefined });
/** In a patch a member may be left out, and be null. */
const removable: Wrap = (value) => fc.option(fc.option(value, { nil: null }), { nil: undefined });

/** The same members for an item and a patch of it. */
function members(wrap: Wrap, country: fc.Arbitrary<string | null | undefined>, integers: Wrap) {
  const integer = fc.integer({ min: -100, max: 100 });
  const map = fc.dictionary(fc.constantFrom(...MEMBERS), integers(integer), { maxKeys: 3 });
  return {
    count: wrap(integer),
    note: wrap(text),
    done: wrap(fc.boolean()),
    tags: wrap(fc.array(text, { maxLength: 3 })),
    origin: wrap(fc.record({ country, city: wrap(text), place: wrap(fc.record({ x: wrap(integer), y: wrap(integer) })) })),
    counts: wrap(map),
    scores: wrap(map),
    extra: wrap(fc.oneof(free, json)),
  };
}

const items = fc.record({ title: fc.constant('before'), ...members(optional, fc.constant('CH'), (value) => value) });
const patches = fc.record({ title: fc.constantFrom('after', undefined), ...members(removable, fc.constantFrom('AT', undefined, null), (value) => fc.option(value, { nil: null })) });

interface Instants {
  readonly createdAt: string;
  readonly updatedAt: string;
}

async function patched(api: Api, fields: object, change: object, tally: Tally): Promise<void> {
  const before = await api.succeed('POST', '/todos', { body: fields }) as Item;
  api.table.actions();
  const answer = await api.ask('PATCH', `/todos/${before.id}`, { body: change, headers: { 'content-type': 'application/merge-patch+json' } });
  const calls = api.table.actions();
  const after = await api.succeed('GET', `/todos/${before.id}`) as Item;

  const { id, createdAt, updatedAt, version, ...merged } = mergePatch(before, JSON.parse(JSON.stringify(change))) as Item & Instants;
  const isValid = violations(merged).length === 0;
  tally.add(isValid ? (calls.length === 1 ? 'by one call' : 'read, merged and written') : 'refused');
  if (!isValid) {
    strictEqual(answer.statusCode, 400, `${answer.statusCode} for an outcome that does not fit: ${JSON.stringify(merged)}`);
    deepStrictEqual(after, before);
    return;
  }
  strictEqual(answer.statusCode, 200, answer.body);
  deepStrictEqual(answer.json, { id, ...merged, createdAt, updatedAt: answer.json.updatedAt, version: version + 1 });
  deepStrictEqual(after, answer.json);
  strictEqual(updatedAt < answer.json.updatedAt, true);
}

/** Numbers that the API takes, and text without halves of characters. */
function fits(value: unknown): boolean {
  const isPlain = (text_: string) => !/\p{Surrogate}/u.test(text_) && text_ !== '__proto__';
  if (typeof value === 'number') return value === 0 ? !Object.is(value, -0) : Math.abs(value) > 1e-100 && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  if (typeof value === 'string') return isPlain(value);
  if (Array.isArray(value)) return value.every(fits);
  return typeof value !== 'object' || value === null || Object.entries(value).every(([name, member]) => isPlain(name) && name !== '' && fits(member));
}

export const mergePatches: Property = {
  name: 'merge patches do what RFC 7396 says',
  few: 100,
  check: (count, seed) => withApi(MODEL, async (api) => {
    const tally = new Tally();
    await fc.assert(fc.asyncProperty(items, patches, (fields, change) => patched(api, fields, change, tally)), { numRuns: count, seed });
    return `${count} pairs of item and patch: ${tally}`;
  }),
};
