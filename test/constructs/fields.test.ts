import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Auth, EntitySchema, Field, ServerlessCrudApi, UniqueWithin } from '../../src';

const team = new EntitySchema('team', { name: Field.text() });

/** Each field with what it is in the function's model. */
const FIELDS: [string, Field, object][] = [
  ['text', Field.text({ minLength: 1, maxLength: 9, pattern: '^a' }), { type: 'string', minLength: 1, maxLength: 9, pattern: '^a' }],
  ['integer', Field.integer({ minimum: 1, multipleOf: 2 }), { type: 'integer', minimum: 1, multipleOf: 2 }],
  ['number', Field.number({ exclusiveMinimum: 0, exclusiveMaximum: 1 }), { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }],
  ['decimal', Field.exactDecimal({ maximum: '9.99' }), { 'type': 'string', 'format': 'decimal', 'x-maximum': '9.99' }],
  ['flag', Field.flag({ defaultValue: false, filterable: true }), { 'type': 'boolean', 'default': false, 'x-filterable': true }],
  ['date', Field.date({ nullable: true }), { type: ['string', 'null'], format: 'date' }],
  ['moment', Field.dateTime({ readOnly: true }), { type: 'string', format: 'date-time', readOnly: true }],
  ['email', Field.email({ unique: true }), { 'type': 'string', 'format': 'email', 'x-unique': 'scope' }],
  ['handle', Field.text({ unique: true, uniqueWithin: UniqueWithin.ENTITY }), { 'type': 'string', 'x-unique': 'global' }],
  ['home', Field.uri({ description: 'a page' }), { type: 'string', format: 'uri', description: 'a page' }],
  ['key', Field.uuid({ immutable: true }), { 'type': 'string', 'format': 'uuid', 'x-immutable': true }],
  ['state', Field.oneOf(['on', 'off'], { nullable: true }), { type: ['string', 'null'], enum: ['on', 'off', null] }],
  ['tags', Field.listOf(Field.text(), { maxItems: 3, uniqueItems: true }), { type: 'array', items: { type: 'string' }, maxItems: 3, uniqueItems: true }],
  ['place', Field.nested({ city: Field.text({ required: true }) }), { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] }],
  ['counts', Field.mapOf(Field.integer(), { minProperties: 1 }), { type: 'object', additionalProperties: { type: 'integer' }, minProperties: 1 }],
  ['extra', Field.json(), {}],
  ['bytes', Field.binary({ writeOnly: true }), { type: 'string', contentEncoding: 'base64', writeOnly: true }],
  ['team', Field.reference(team), { 'type': 'string', 'minLength': 1, 'maxLength': 128, 'x-reference': 'team' }],
  ['self', Field.selfLink(), { 'type': 'string', 'readOnly': true, 'x-self-link': true }],
];

const properties = (() => {
  const app = new App();
  const schema = new EntitySchema('thing', Object.fromEntries(FIELDS.map(([name, field]) => [name, field])));
  new ServerlessCrudApi(new Stack(app, 'Test'), 'Things', { schema, auth: Auth.none() });
  const { directory } = app.synth();
  const asset = readdirSync(directory).find((name) => name.startsWith('asset.'))!;
  return JSON.parse(readFileSync(join(directory, asset, 'model.json'), 'utf8')).schema.properties;
})();

test.each(FIELDS)('%s is JSON Schema in the model', (name, _field, schema) => {
  expect(properties[name]).toEqual(schema);
});
