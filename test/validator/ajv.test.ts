import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import { validatorOf } from './load';
import { Json, JsonSchema, ObjectSchema, patchSchema } from '../../src/model';

/** Rounds of each property; a longer run takes its number from the environment. */
const numRuns = Number(process.env.VALIDATOR_RUNS ?? 150);

/** Not `toString`: ajv calls it when it compares objects, and fails if it is a value. */
const NAMES = ['a', 'b', 'c'];
const json = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;
const size = fc.option(fc.nat(3), { nil: undefined });

/** A small value that is likely to lie near the bounds of a small schema. */
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Json>(null, true, 0, 1, 2, 3, 1.5, '', 'a', 'ab', '😀', 'abcd'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.uniqueArray(fc.tuple(fc.constantFrom(...NAMES), tie('value')), { maxLength: 4, selector: ([name]) => name }).map(object),
  ),
}));

const { schema } = fc.letrec<{ schema: JsonSchema }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<JsonSchema>({}, { type: 'boolean' }, { type: ['string', 'null'] }),
    fc.record({ type: fc.constantFrom('string', undefined), minLength: size, maxLength: size, pattern: fc.constantFrom('^a', 'b$', undefined) }),
    fc.record({ type: fc.constantFrom('integer', 'number', undefined), minimum: size, exclusiveMaximum: size, multipleOf: fc.constantFrom(1, 2, 0.5, undefined) }),
    fc.record({ type: fc.constant('array'), items: tie('schema'), minItems: size, maxItems: size, uniqueItems: fc.boolean() }),
    fc.record({ enum: fc.uniqueArray(json, { minLength: 1, maxLength: 3, selector: (member) => JSON.stringify(member) }) }),
    fc.record({ const: json }),
    fc.record({
      type: fc.constantFrom('object', undefined),
      properties: fc.uniqueArray(fc.tuple(fc.constantFrom(...NAMES), tie('schema')), { maxLength: 3, selector: ([name]) => name }).map(object),
      required: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 }),
      additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
      minProperties: size,
      maxProperties: size,
    }),
  ).map((keywords) => Object.fromEntries(Object.entries(keywords).filter(([, limit]) => limit !== undefined)) as JsonSchema),
}));

/** An object with own members only, whatever their names. */
function object<Value>(entries: [string, Value][]): { [name: string]: Value } {
  return Object.fromEntries(entries);
}

function root(member: JsonSchema): ObjectSchema {
  return { type: 'object', properties: { value: member, other: { type: 'string' } }, required: ['value'], additionalProperties: false };
}

/** Whether values fit a schema, to ajv. */
function ajv(document: ObjectSchema): (instance: unknown) => boolean {
  return new Ajv2020({ strict: false, meta: false, validateSchema: false, ownProperties: true, multipleOfPrecision: 10 }).compile(document);
}

const samples = fc.tuple(schema, fc.array(value, { minLength: 5, maxLength: 10 }));

test('an item is valid exactly if ajv finds it valid', () => {
  fc.assert(fc.property(samples, ([member, values]) => {
    const { item } = validatorOf(root(member));
    const expected = ajv(root(member));
    for (const each of values) expect([each, item({ value: each }).length === 0]).toEqual([each, expected({ value: each })]);
  }), { numRuns });
});

test('a patch is valid exactly if ajv finds it valid by the schema of patches', () => {
  fc.assert(fc.property(samples, ([member, values]) => {
    const { patch } = validatorOf(root(member));
    const expected = ajv(patchSchema(root(member)));
    for (const each of values) expect([each, patch({ value: each }).length === 0]).toEqual([each, expected({ value: each })]);
  }), { numRuns });
});
