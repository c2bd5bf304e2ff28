import { Model, MODEL_VERSION, OPERATION_DEFAULTS, OperationName, REQUEST_DEFAULTS, RESPONSE_DEFAULTS, STANDARD_OPERATIONS } from '../../src/model';
import { TODO } from '../validator/todo';

/** A model that says nothing but its fields, with what is changed about it. */
export function modelOf(name: string, schema: Model['schema'], changes: Partial<Model> = {}): Model {
  return {
    modelVersion: MODEL_VERSION,
    entity: { name, plural: `${name}s`, itemId: 'generated', expiry: false },
    schema,
    scope: { kind: 'collection', shards: 1, writeShards: 1 },
    indexes: [],
    path: `/${name}s`,
    pathParameter: 'id',
    operations: operationsOf(STANDARD_OPERATIONS),
    request: REQUEST_DEFAULTS,
    response: RESPONSE_DEFAULTS,
    ...changes,
  };
}

export function operationsOf(names: readonly OperationName[]): Model['operations'] {
  return Object.fromEntries(names.map((name) => [name, OPERATION_DEFAULTS[name]]));
}

const { additionalProperties: _, ...todo } = TODO;

export const todos = modelOf('todo', todo);

/** Everything that a model can say. */
export const orders = modelOf('order-line', {
  type: 'object',
  description: 'A line of an order',
  required: ['sku', 'price', 'address', 'total'],
  properties: {
    sku: { 'type': 'string', 'pattern': '^[A-Z]{3}-\\d+$', 'x-unique': 'scope', 'x-immutable': true, 'examples': ['ABC-1'] },
    price: { 'type': 'string', 'format': 'decimal', 'x-minimum': '0' },
    total: { type: 'number', readOnly: true, default: 0 },
    secret: { type: 'string', writeOnly: true },
    state: { 'type': 'string', 'enum': ['open', 'sent'], 'x-filterable': true },
    note: { type: ['string', 'null'], maxLength: 3 },
    code: { type: 'string', pattern: '^\\d{9}$' },
    address: { type: 'object', required: ['city'], properties: { city: { 'type': 'string', 'x-filterable': true }, zip: { type: 'string', minLength: 5 } } },
    labels: { type: 'object', additionalProperties: { type: 'string' }, minProperties: 1 },
    marks: { 'type': 'array', 'items': { type: 'integer', minimum: 3 }, 'minItems': 2, 'x-filterable': true },
    photo: { type: 'string', contentEncoding: 'base64' },
    anything: {},
    limit: { 'type': 'integer', 'exclusiveMinimum': 5, 'multipleOf': 2, 'x-filterable': true },
    self: { 'type': 'string', 'readOnly': true, 'x-self-link': true },
  },
}, {
  entity: { name: 'order-line', plural: 'order-lines', itemId: 'clientChosen', expiry: true, softDeleteSeconds: 60 },
  scope: { kind: 'parent', parents: [{ entity: 'user', pathParameter: 'userId', itemId: 'generated', scope: { kind: 'owner' } }], root: { kind: 'owner' }, requireParent: true },
  indexes: [{ name: 'byState', partitionBy: ['state'], sortBy: ['price', 'createdAt'] }],
  path: '/users/{userId}/order-lines',
  pathParameter: 'lineId',
  operations: operationsOf(Object.keys(OPERATION_DEFAULTS) as OperationName[]),
  request: { ...REQUEST_DEFAULTS, idempotencyKey: true, requireIfMatch: true },
  response: { ...RESPONSE_DEFAULTS, list: 'pageWithCount' },
});

/** Shapes by configuration. */
export const notes = modelOf('note', { type: 'object', required: [], properties: { text: { type: 'string' } } }, {
  scope: { kind: 'item', partitionKey: 'noteId' },
  operations: {
    create: { method: 'POST', path: '/', successStatus: 200, envelope: 'note' },
    get: { method: 'GET', path: '/{id}', successStatus: 200, envelope: 'note' },
    list: { method: 'GET', path: '/', successStatus: 200 },
  },
  request: { ...REQUEST_DEFAULTS, unknownFields: 'strip' },
  response: { ...RESPONSE_DEFAULTS, list: 'bareArray' },
});
