import { Case, CaseFile, Exchange } from '../harness/case';
import { absent, Derived, Matcher } from '../harness/matchers';
import { RecordedCall } from '../harness/recorded-call';
import { get, head, HttpRequestSpec, patch, post, put, remove, RequestHeaders } from '../harness/requests';

/** An entity whose items are bounded by who calls. */
interface Bounded {
  readonly collection: string;
  /** Of its items; for children, below the item that is given as `parent`. */
  readonly path: string;
  /** A field that an index is made of, and the index. */
  readonly field: string;
  readonly index: string;
  readonly chosenIds?: true;
  readonly unique?: true;
  readonly requiresParent?: true;
  /** Has soft delete and idempotency keys. */
  readonly everything?: true;
}

const EVERYTHING = { field: 'topic', index: 'byTopic', chosenIds: true, unique: true, everything: true } as const;

const ENTITIES: readonly Bounded[] = [
  { collection: '/diaries', path: '/diaries', field: 'title', index: 'byTitle', unique: true },
  { collection: '/plans', path: '/plans', field: 'goal', index: 'byGoal' },
  { collection: '/diaries', path: '/diaries/{parent.id}/entries', field: 'text', index: 'byText', requiresParent: true },
  { collection: '/memos', path: '/memos', ...EVERYTHING },
  { collection: '/tasks', path: '/tasks', ...EVERYTHING },
  { collection: '/memos', path: '/memos/{parent.id}/remarks', ...EVERYTHING },
];

const VALUE = 'value-{unique}';

/** An item of the entity, under an id that is only used where clients choose them. */
function item({ field, chosenIds, everything }: Bounded, name = 'it'): object {
  return { ...(everything && { title: `${name}-{unique}` }), [field]: VALUE, ...(chosenIds && { id: `${name}-{unique}` }) };
}

/** The same without its id, and with a unique value that nobody has. */
function fields({ field, everything }: Bounded): object {
  return { ...(everything && { title: 'changed-{unique}' }), [field]: 'changed-{unique}' };
}

/** A request on an item, or on a collection that has it, and its status for the caller whose item it is and for another. */
interface Ask {
  readonly name: string;
  readonly request: (entity: Bounded) => HttpRequestSpec;
  readonly own: number;
  readonly foreign: number | ((entity: Bounded) => number);
  readonly of?: (entity: Bounded) => boolean | undefined;
  /** The item is deleted first, so that it can be restored. */
  readonly deleted?: true;
}

const ITEM = (entity: Bounded) => `${entity.path}/{it.id}`;
/** Where clients choose ids, what is not there is created. */
const createsOrNot = ({ chosenIds }: Bounded) => (chosenIds ? 201 : 404);
const inParent = (status: number) => ({ requiresParent }: Bounded) => (requiresParent ? 404 : status);
const batchOf = (entity: Bounded, atomic: boolean, ...actions: object[]) => post(`${entity.path}/batch`, { atomic, actions });
const BATCHES: [name: string, actions: (entity: Bounded) => object[]][] = [
  ['update', (entity) => [{ action: 'update', id: '{it.id}', patch: fields(entity) }]],
  ['delete', () => [{ action: 'delete', id: '{it.id}' }]],
];

const ASKS: readonly Ask[] = [
  { name: 'GET', request: (entity) => get(ITEM(entity)), own: 200, foreign: 404 },
  { name: 'HEAD', request: (entity) => head(ITEM(entity)), own: 200, foreign: 404 },
  { name: 'PUT', request: (entity) => put(ITEM(entity), fields(entity)), own: 200, foreign: createsOrNot },
  { name: 'PUT with If-Match', request: (entity) => put(ITEM(entity), fields(entity), { 'If-Match': '{it.etag}' }), own: 200, foreign: 412 },
  { name: 'PATCH', request: (entity) => patch(ITEM(entity), fields(entity)), own: 200, foreign: 404 },
  { name: 'PATCH with If-Match', request: (entity) => patch(ITEM(entity), fields(entity), { 'If-Match': '{it.etag}' }), own: 200, foreign: 404 },
  { name: 'DELETE', request: (entity) => remove(ITEM(entity)), own: 204, foreign: 404 },
  { name: 'DELETE with If-Match', request: (entity) => remove(ITEM(entity), { 'If-Match': '{it.etag}' }), own: 204, foreign: 404 },
  { name: 'RESTORE', request: (entity) => post(`${ITEM(entity)}/restore`, {}), own: 200, foreign: 404, deleted: true, of: ({ everything }) => everything },
  { name: 'UPSERT', request: (entity) => put(entity.path, { ...fields(entity), id: '{it.id}' }), own: 200, foreign: createsOrNot },
  ...BATCHES.flatMap(([name, actions]): Ask[] => [
    { name: `BATCH with ${name}`, request: (entity) => batchOf(entity, true, ...actions(entity)), own: 200, foreign: 404 },
    { name: `BATCH with ${name}, each by itself`, request: (entity) => batchOf(entity, false, ...actions(entity)), own: 207, foreign: 207 },
  ]),
  { name: 'LIST', request: ({ path }) => get(path), own: 200, foreign: 200 },
  { name: 'LIST, headers only', request: ({ path }) => head(path), own: 200, foreign: 200 },
  { name: 'LIST by a filter on an index', request: ({ path, field }) => get(`${path}?${field}=${VALUE}`), own: 200, foreign: 200 },
  { name: 'LIST by a named index', request: ({ path, field, index }) => get(`${path}?index=${index}&${field}=${VALUE}&order=desc`), own: 200, foreign: 200 },
  { name: 'COUNT', request: ({ path }) => get(`${path}/count`), own: 200, foreign: 200 },
  { name: 'COUNT by an index', request: ({ path, field }) => get(`${path}/count?${field}=${VALUE}`), own: 200, foreign: 200 },
  { name: 'CLEAR', request: ({ path }) => remove(path), own: 200, foreign: 200 },
  { name: 'CREATE', request: (entity) => post(entity.path, { ...fields(entity), ...(entity.chosenIds && { id: 'new-{unique}' }) }), own: 201, foreign: inParent(201) },
  { name: 'CREATE under the same id', request: (entity) => post(entity.path, { ...fields(entity), id: '{it.id}' }), own: 409, foreign: inParent(201), of: ({ chosenIds }) => chosenIds },
  {
    name: 'CREATE with the same unique value',
    request: (entity) => post(entity.path, { ...item(entity), ...(entity.chosenIds && { id: 'new-{unique}' }) }),
    own: 409,
    foreign: inParent(201),
    of: ({ unique }) => unique,
  },
  {
    name: 'CREATE with the same idempotency key',
    request: (entity) => post(entity.path, { ...fields(entity), id: 'new-{unique}' }, { 'Idempotency-Key': 'key-{unique}' }),
    own: 422,
    foreign: inParent(201),
    of: ({ everything }) => everything,
  },
];

const by = (caller: string, { headers, ...request }: HttpRequestSpec): HttpRequestSpec => ({ ...request, headers: { ...headers, Authorization: `Bearer {tokens.${caller}}` } });

/** Each call leads to the caller's own partition, and none to one of another's. */
const callsWithin = (caller: string, ...others: string[]) => new Derived(({ unique }) => new Matcher(`calls within the scope of ${caller}`, (calls) =>
  (calls as RecordedCall[]).every(({ input, allowed }) => {
    const text = JSON.stringify(input);
    return allowed && text.includes(`${caller}-${String(unique)}`) && others.every((other) => !text.includes(`${other}-${String(unique)}`));
  })));

const anything = new Matcher('anything', () => true);

/** One request of the matrix by one caller. */
function exchangeOf(caller: string, request: HttpRequestSpec, status: number, ...others: string[]): Exchange {
  const bodiless = request.method === 'HEAD' || status === 204;
  return { request: by(caller, request), status, ...(!bodiless && { body: anything }), calls: callsWithin(caller, ...others) };
}

/** An item of `own`; the others are met later. */
function creation(entity: Bounded, ...others: string[]): Pick<Case, 'collection' | 'newCallers' | 'caller' | 'given'> & Exchange {
  const headers: RequestHeaders = entity.everything ? { 'Idempotency-Key': 'key-{unique}' } : {};
  return {
    collection: entity.collection,
    newCallers: ['own', ...others],
    caller: 'own',
    ...(entity.path !== entity.collection && { given: { parent: parentOf(entity) } }),
    ...exchangeOf('own', post(entity.path, item(entity), headers), 201),
    as: 'it',
  };
}

function parentOf({ collection }: Bounded): object {
  return item(ENTITIES.find(({ path }) => path === collection)!, 'parent');
}

/** What is there before the request: the item, or the item deleted so that it can come back. */
const ground = (entity: Bounded, { deleted }: Ask): Exchange[] => (deleted ? [exchangeOf('own', remove(ITEM(entity)), 204)] : []);

function ownCase(entity: Bounded, ask: Ask): Case {
  return {
    name: `${ask.name} of ${entity.path}: one's own is ${ask.own}`,
    ...creation(entity),
    after: [...ground(entity, ask), exchangeOf('own', ask.request(entity), ask.own)],
  };
}

/** Another is told the same while the item is there, and after it has gone for good. */
function foreignCase(entity: Bounded, ask: Ask): Case {
  const status = typeof ask.foreign === 'number' ? ask.foreign : ask.foreign(entity);
  const isChild = entity.path !== entity.collection;
  const request = ask.request(entity);
  return {
    name: `${ask.name} of ${entity.path}: another's is as if missing`,
    ...creation(entity, 'foreign', 'other'),
    after: [
      ...ground(entity, ask),
      { ...exchangeOf('foreign', request, status, 'own', 'other'), headers: { 'Idempotency-Replayed': absent }, as: 'foreign' },
      ...(ask.deleted ? [] : [{ ...exchangeOf('own', get(ITEM(entity)), 200), body: '{it.item}' }]),
      exchangeOf('own', remove(entity.path), 200),
      ...(isChild ? [exchangeOf('own', remove(entity.collection), 200)] : []),
      { ...exchangeOf('other', request, status, 'own', 'foreign'), sameAs: 'foreign' },
    ],
  };
}

function cursorCase(entity: Bounded, query: string): Case {
  const path = `${entity.path}?${query}limit=1`;
  return {
    name: `a cursor of ${entity.path}?${query} leads another nowhere`,
    ...creation(entity, 'foreign'),
    after: [
      exchangeOf('own', post(entity.path, item({ ...entity, unique: undefined }, 'second')), 201),
      { ...exchangeOf('own', get(path), 200), as: 'page' },
      { ...exchangeOf('own', get(`${path}&cursor={page.nextCursor}`), 200) },
      { request: by('foreign', get(`${path}&cursor={page.nextCursor}`)), status: 400, body: anything, calls: [] },
    ],
  };
}

/** Tokens that open nothing, and none. */
const REFUSED = [undefined, 'expired', 'unsigned', 'publicKeyAsSecret', 'otherAudience', 'otherIssuer', 'otherKey', 'unknownKey'];

function refusedCase(entity: Bounded, { name, request }: Ask): Case {
  const asked = (token: string | undefined): Exchange => {
    const { headers, ...rest } = request(entity);
    return {
      request: { ...rest, headers: { ...headers, Authorization: token && `Bearer {tokens.${token}}` } },
      status: 401,
      byHost: true,
      ...(rest.method !== 'HEAD' && { body: { message: 'Unauthorized' } }),
      calls: [],
    };
  };
  return {
    name: `${name} of ${entity.path}: anonymous, expired and forged are 401`,
    ...creation(entity),
    after: [...REFUSED.map(asked), { ...exchangeOf('own', get(ITEM(entity)), 200), body: '{it.item}' }],
  };
}

export const accessMatrix: CaseFile = {
  topic: 'access matrix',
  cases: ENTITIES.flatMap((entity) => {
    const asks = ASKS.filter(({ of: isOf = () => true }) => isOf(entity));
    return [
      ...asks.map((ask) => ownCase(entity, ask)),
      ...asks.map((ask) => foreignCase(entity, ask)),
      ...asks.map((ask) => refusedCase(entity, ask)),
      ...(entity.unique && !entity.everything ? [] : ['', `${entity.field}=${VALUE}&`].map((query) => cursorCase(entity, query))),
    ];
  }),
};
