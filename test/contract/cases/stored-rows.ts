import { notes, specimens, todos } from '../fixture/entities';
import { AttributeValue } from '../harness/attribute-values';
import { Case, CaseFile, inCollection } from '../harness/case';
import { anInstant, Derived, Expected, including, Matcher } from '../harness/matchers';
import { notFound, problem } from '../harness/problems';
import { get, head, patch, post, put, remove } from '../harness/requests';

type Row = { readonly [attribute: string]: AttributeValue };

const inScope = (scope: string, attributes: Row): { readonly row: Row } => ({ row: { _scope: { S: scope }, id: { S: '{key}' }, ...attributes } });
const todo = (attributes: Row) => inScope('todo|collection|', attributes);
const specimen = (attributes: Row) => inScope('specimen|collection|', attributes);
const sample = (attributes: Row) => inScope('sample|collection|', attributes);
const note = (attributes: Row) => inScope('note|collection|', attributes);

const PATH = '/todos/{row.key}';
const SPECIMEN = '/specimens/{row.key}';
const ID = { id: '{row.key}' };
/** The tag of a row without version and creation. */
const ETAG = new Matcher('a tag of version 0', (actual) => /^"0--[0-9a-f]{8}"$/.test(String(actual)));
const someCalls = new Derived(() => new Matcher('any that are allowed', (calls) => (calls as { allowed: boolean }[]).every(({ allowed }) => allowed)));

/** Arrays in arrays, objects in objects. */
function nested(depth: number): AttributeValue {
  return depth === 0 ? { S: 'deep' } : { M: { in: nested(depth - 1) } };
}
function plainNested(depth: number): Expected {
  return depth === 0 ? 'deep' : { in: plainNested(depth - 1) };
}

const DIGITS = '12345678901234567890123456789012345678';

/** Todos as someone else may have stored them, and as they are shown. */
const foreign: [what: string, attributes: Row, shown: object][] = [
  ['nothing but its key', {}, {}],
  ['no version and no creation', { title: { S: 'old' } }, { title: 'old' }],
  ['attributes that the schema does not know', { title: { S: 'a' }, secret: { S: 'x' }, _private: { N: '1' }, ['a.b']: { S: 'x' } }, { title: 'a' }],
  ['names that every object has', { title: { S: 'a' }, ['__proto__']: { M: { title: { S: 'b' } } }, constructor: { S: 'x' }, toString: { NULL: true } }, { title: 'a' }],
  ['values of other types', { title: { N: '5' }, completed: { S: 'yes' }, tags: { M: { a: { S: 'b' } } }, dueDate: { L: [] } }, { title: 5, completed: 'yes', tags: { a: 'b' }, dueDate: [] }],
  ['null where none is allowed', { title: { NULL: true } }, { title: null }],
  ['sets', { title: { S: 'a' }, tags: { SS: ['b'] }, priority: { NS: ['1'] } }, { title: 'a', tags: ['b'], priority: [1] }],
  ['bytes', { title: { B: 'AAEC' }, tags: { BS: ['AAEC'] } }, { title: 'AAEC', tags: ['AAEC'] }],
  ['a number of 38 digits', { title: { S: 'a' }, priority: { N: DIGITS } }, { title: 'a', priority: Number(DIGITS) }],
  ['the greatest and the least number', { title: { N: '9.9999999999999999999999999999999999999E+125' }, priority: { N: '1E-130' } }, { title: 1e126, priority: 1e-130 }],
  ['values beyond the bounds', { title: { S: 'x'.repeat(300) }, priority: { N: '-7' }, dueDate: { S: 'someday' } }, { title: 'x'.repeat(300), priority: -7, dueDate: 'someday' }],
  ['an empty text', { title: { S: '' } }, { title: '' }],
  ['a version that is no number', { title: { S: 'a' }, version: { S: 'one' }, createdAt: { S: 'then' } }, { title: 'a', version: 'one', createdAt: 'then' }],
  ['a version below 0', { title: { S: 'a' }, version: { N: '-3' } }, { title: 'a', version: -3 }],
  ['a creation that is no text', { title: { S: 'a' }, createdAt: { N: '1' }, updatedAt: { BOOL: true } }, { title: 'a', createdAt: 1, updatedAt: true }],
];

const reads: Case[] = foreign.map(([what, attributes, shown]) => ({
  name: `a row with ${what} reads with 200`,
  stored: todo(attributes),
  request: get(PATH),
  status: 200,
  body: { ...ID, ...shown },
  calls: [todos.getItem('{row.key}')],
}));

const old = todo({ title: { S: 'old' }, completed: { BOOL: true }, legacy: { S: 'kept' } });
const written = { ...ID, title: 'old', completed: true, updatedAt: anInstant, version: 1 };

const writes: Case[] = [
  {
    name: 'a row without a version has a tag, which a condition takes',
    stored: old,
    request: head(PATH),
    as: 'row0',
    status: 200,
    headers: { ETag: ETAG },
    calls: [todos.getItem('{row.key}')],
    after: [
      { request: get(PATH, { 'If-None-Match': '{row0.etag}' }), status: 304, calls: [todos.getItem('{row.key}')] },
      { request: patch(PATH, { priority: 2 }, { 'If-Match': '{row0.etag}' }), as: 'changed', status: 200, body: { ...written, priority: 2 }, calls: someCalls },
      { request: patch(PATH, { priority: 3 }, { 'If-Match': '{row0.etag}' }), status: 412, headers: { ETag: '{changed.etag}' }, body: problem(412, 'version-mismatch'), calls: someCalls },
      { request: remove(PATH, { 'If-Match': '{changed.etag}' }), status: 204, calls: someCalls },
    ],
  },
  {
    name: 'a PATCH counts from version 0',
    stored: old,
    request: patch(PATH, { description: 'new' }),
    status: 200,
    body: { ...written, description: 'new' },
    calls: [todos.patchItem('{row.key}', { set: { description: 'new' } })],
    after: [{ request: get(PATH), status: 200, body: { ...written, description: 'new' }, calls: [todos.getItem('{row.key}')] }],
  },
  { name: 'a DELETE removes it', stored: old, request: remove(PATH), status: 204, calls: [todos.deleteItem('{row.key}')] },
  ...(['title', 'completed', 'tags'] as const).map((field): Case => ({
    name: `a ${field} of another type can be mended by PATCH`,
    stored: todo({ title: { N: '5' }, completed: { S: 'yes' }, tags: { M: { a: { S: 'b' } } } }),
    request: patch(PATH, { [field]: { title: 'mended', completed: false, tags: ['a'] }[field] }),
    status: 200,
    body: including({ ...ID, version: 1, [field]: { title: 'mended', completed: false, tags: ['a'] }[field] }),
    calls: someCalls,
  })),
  {
    name: 'a version that is no number is shown, and counts as 0 in the tag',
    stored: todo({ title: { S: 'a' }, version: { S: 'one' } }),
    request: get(PATH),
    status: 200,
    headers: { ETag: ETAG },
    body: { ...ID, title: 'a', version: 'one' },
    calls: [todos.getItem('{row.key}')],
    after: [{ request: remove(PATH), status: 204, calls: [todos.deleteItem('{row.key}')] }],
  },
  {
    name: 'write tokens that are no texts are no hindrance',
    stored: todo({ title: { S: 'a' }, _token: { N: '1' }, _token1: { M: {} } }),
    request: patch(PATH, { title: 'b' }),
    status: 200,
    body: including({ title: 'b', version: 1 }),
    calls: someCalls,
  },
];

const ofNestedFields: Case[] = [
  {
    name: 'a nested field that is none is replaced whole by a patch of it',
    collection: '/specimens',
    stored: specimen({ label: { S: 'ab' }, origin: { S: 'Bern' } }),
    request: patch(SPECIMEN, { origin: { country: 'CH', city: 'Bern' } }),
    status: 200,
    body: including({ origin: { country: 'CH', city: 'Bern' }, version: 1 }),
    calls: someCalls,
  },
  {
    name: 'a patch of a part of it lacks the rest',
    collection: '/specimens',
    stored: specimen({ label: { S: 'ab' }, origin: { S: 'Bern' } }),
    request: patch(SPECIMEN, { origin: { city: 'Bern' } }),
    status: 400,
    body: problem(400, 'validation-failed', [{ pointer: '/origin/country' }]),
    calls: [
      specimens.patchItem('{row.key}', { set: { 'origin.city': 'Bern' }, guards: ['attribute_type(origin, "M")'] }, { error: 'ConditionalCheckFailedException' }),
    ],
  },
  {
    name: 'members that the schema does not know are not shown, and stay',
    collection: '/specimens',
    stored: specimen({ label: { S: 'ab' }, origin: { M: { ['country']: { S: 'CH' }, ['__proto__']: { S: 'x' }, ['zip']: { N: '3000' } } } }),
    request: patch(SPECIMEN, { origin: { city: 'Bern' } }),
    status: 200,
    body: including({ origin: { country: 'CH', city: 'Bern' } }),
    calls: [specimens.patchItem('{row.key}', { set: { 'origin.city': 'Bern' }, guards: ['attribute_type(origin, "M")'] })],
  },
  {
    name: 'free JSON is shown as deep as DynamoDB holds it, with names that every object has and exact texts',
    collection: '/samples',
    stored: sample({ extra: { M: { ['__proto__']: { S: 'own' }, ['deep']: nested(29), ['set']: { NS: ['1', '2.5'] }, ['many']: { N: DIGITS } } }, price: { N: DIGITS } }),
    request: get('/samples/{row.key}'),
    status: 200,
    body: {
      ...ID,
      self: '/samples/{row.key}',
      price: DIGITS,
      extra: { ...JSON.parse('{"__proto__":"own"}') as object, ['deep']: plainNested(29), ['set']: [1, 2.5], ['many']: Number(DIGITS) },
    },
    calls: someCalls,
  },
  {
    name: 'an expiry that is no text ends nothing',
    collection: '/notes',
    stored: note({ text: { S: 'here' }, expiresAt: { N: '1' } }),
    request: get('/notes/{row.key}'),
    status: 200,
    body: { ...ID, text: 'here', expiresAt: 1 },
    calls: [notes.getItem('{row.key}')],
  },
  {
    name: 'a deletion that is no text is one',
    collection: '/notes',
    stored: note({ text: { S: 'here' }, deletedAt: { BOOL: false } }),
    request: get('/notes/{row.key}'),
    ...notFound([notes.getItem('{row.key}')]),
  },
];

const row = (attributes: Row) => ({ row: { shipmentNo: { S: 'old-{unique}' }, ...attributes } });
const OLD = '/shipments/old-{unique}';

const ofAnExistingTable: Case[] = [
  {
    name: 'a row of an existing table is an item',
    stored: row({ carrier: { S: 'c-{unique}' }, dispatched: { S: '2027-01-01' }, weight: { N: '1.50' }, foreign: nested(25) }),
    request: get(OLD),
    status: 200,
    headers: { ETag: ETAG },
    body: { id: 'old-{unique}', carrier: 'c-{unique}', dispatched: '2027-01-01', weight: 1.5 },
    calls: someCalls,
    after: [
      { request: get('/shipments?carrier=c-{unique}'), status: 200, body: including({ items: [including({ id: 'old-{unique}' })] }), calls: someCalls },
      { request: patch(OLD, { weight: 2 }), status: 200, body: including({ weight: 2, version: 1 }), calls: someCalls },
      { request: post('/shipments', { id: 'old-{unique}', carrier: 'x', dispatched: '2027-01-01' }), status: 409, body: problem(409, 'already-exists'), calls: someCalls },
      { request: put(OLD, { carrier: 'x', dispatched: '2027-01-01' }), status: 200, body: including({ version: 2, createdAt: anInstant }), calls: someCalls },
      { request: remove(OLD), status: 204, calls: someCalls },
    ],
  },
  {
    name: 'a row that lacks what the schema requires is an item too, though in no index',
    stored: row({}),
    request: get(OLD),
    status: 200,
    body: { id: 'old-{unique}' },
    calls: someCalls,
    after: [{ request: patch(OLD, { carrier: 'c-{unique}', dispatched: '2027-01-01' }), status: 200, body: including({ carrier: 'c-{unique}', version: 1 }), calls: someCalls }],
  },
];

const listed: Case[] = [
  {
    name: 'rows stand in lists as they are',
    exclusive: true,
    stored: Object.fromEntries(foreign.map(([, attributes], place) => [`row${place}`, todo(attributes).row])),
    request: get('/todos?limit=100'),
    status: 200,
    body: including({ items: new Matcher('each of them', (items) => (items as unknown[]).length === foreign.length) }),
    calls: [todos.query({ Limit: 100 })],
    after: [
      {
        request: get('/todos?completed=true'),
        status: 200,
        body: { items: [] },
        calls: someCalls,
      },
      { request: get('/todos?completed:exists=true'), status: 200, body: including({ items: [including({ completed: 'yes' })] }), calls: someCalls },
    ],
  },
  {
    name: 'pages go on after rows whose ids the API does not make',
    exclusive: true,
    stored: Object.fromEntries(['b', 'a%2Fb', 'ÄÖ', '~'].map((id) => [`row${id.charCodeAt(0)}`, { ...todo({ title: { S: id } }).row, id: { S: id } }])),
    request: get('/todos?limit=2'),
    as: 'page',
    status: 200,
    body: including({ items: [including({ id: 'a%2Fb' }), including({ id: 'b' })] }),
    calls: [todos.query({ Limit: 2 })],
    after: [
      { request: get('{page.next}'), status: 200, body: including({ items: [including({ id: '~' }), including({ id: 'ÄÖ' })] }), calls: someCalls },
      { request: get('/todos/b'), ...notFound([]) },
    ],
  },
];

export const storedRows: CaseFile = {
  topic: 'rows from elsewhere',
  cases: [...inCollection('/todos', [...reads, ...writes, ...listed]), ...ofNestedFields, ...inCollection('/shipments', ofAnExistingTable)],
};
