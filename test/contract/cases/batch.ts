import { memberRecords, members, NO_ITEM, things } from '../fixture/entities';
import { condition, conditionFails, ExpectedCall, isCanceled, transaction } from '../harness/calls';
import { CaseFile, Exchange, inCollection } from '../harness/case';
import { anETag, anId, anInstant, including, itemLike, matching } from '../harness/matchers';
import { notFound, problem, refused } from '../harness/problems';
import { get, post } from '../harness/requests';

const first = { id: anId, createdAt: anInstant, updatedAt: anInstant, version: 1 };
const changed = { updatedAt: anInstant, version: 2 };
const LOCATION = matching(/^\/things\/[\da-f-]{36}$/);
const batch = (...actions: object[]) => post('/things/batch', { actions });
const apart = (...actions: object[]) => post('/things/batch', { atomic: false, actions });

/** In a transaction a write shows the item as it was only where its condition fails. */
const unchanged = (name: string): Exchange => ({ request: get(`/things/{${name}.id}`), status: 200, body: `{${name}.item}`, calls: [things.getItem(`{${name}.id}`)] });
/** One item gives a value back that the other takes: what is left of both is the taking, from the free or from that very item. */
const takeOver = (taker: string, giver: string) => {
  const [to, from] = [taker, giver].map((name) => `member|collection| {${name}.id}`);
  const { Put } = memberRecords.holdValue('email', to);
  return { Put: { ...Put, ConditionExpression: condition(`attribute_not_exists(id) OR _item = "${to}" OR expiresAt <= "<instant>" OR _item = "${from}"`) } };
};
const put = (name: string): ExpectedCall => things.putItem({ name });

export const batches: CaseFile = {
  topic: 'batch',
  cases: [
    ...inCollection('/things', [
      {
        name: 'several actions are one transaction',
        given: { old: { name: 'old' }, gone: { name: 'gone' }, whole: { name: 'whole' } },
        request: batch(
          { action: 'create', item: { name: 'new' } },
          { action: 'update', id: '{old.id}', patch: { name: 'edited' } },
          { action: 'replace', id: '{whole.id}', item: { name: 'replaced' } },
          { action: 'delete', id: '{gone.id}' },
        ),
        status: 200,
        body: {
          results: [
            { status: 201, etag: anETag, location: LOCATION, item: { ...first, name: 'new' } },
            including({ status: 200, id: '{old.id}' }),
            including({ status: 200, id: '{whole.id}' }),
            { status: 204, id: '{gone.id}' },
          ],
        },
        calls: [transaction([
          put('new'), things.patchItem('{old.id}', { set: { name: 'edited' } }),
          things.replaceItem('{whole.id}', { name: 'replaced' }), things.deleteItem('{gone.id}'),
        ])],
        after: [
          { request: get('/things/{old.id}'), status: 200, body: itemLike('old', { ...changed, name: 'edited' }), calls: [things.getItem('{old.id}')] },
          { request: get('/things/{whole.id}'), status: 200, body: itemLike('whole', { ...changed, name: 'replaced' }), calls: [things.getItem('{whole.id}')] },
          { request: get('/things/{gone.id}'), ...notFound([things.getItem('{gone.id}')]) },
        ],
      },
      {
        name: 'all or nothing: one that cannot be done undoes the others, and is named by its place',
        given: { old: { name: 'old' } },
        request: batch({ action: 'update', id: '{old.id}', patch: { name: 'edited' } }, { action: 'delete', id: NO_ITEM }),
        status: 404,
        body: problem(404, 'not-found', [{ pointer: '/actions/1', code: 'not-found' }]),
        calls: [transaction([things.patchItem('{old.id}', { set: { name: 'edited' } }), things.deleteItem(NO_ITEM)], isCanceled)],
        after: [unchanged('old')],
      },
      {
        name: 'a tag that does not match undoes the others',
        given: { old: { name: 'old' }, other: { name: 'other' } },
        request: batch(
          { action: 'update', id: '{other.id}', patch: { name: 'edited' } },
          { action: 'update', id: '{old.id}', patch: { name: 'edited' }, ifMatch: '{other.etagOfLaterVersion}' },
        ),
        status: 412,
        body: problem(412, 'version-mismatch', [{ pointer: '/actions/1', code: 'version-mismatch' }]),
        calls: [transaction([
          things.patchItem('{other.id}', { set: { name: 'edited' } }),
          things.patchItem('{old.id}', { set: { name: 'edited' }, guards: ['version = 999', 'createdAt = "{other.createdAt}"', '_life = "{other.life}"'] }),
        ], isCanceled)],
        after: [unchanged('old'), unchanged('other')],
      },
      {
        name: 'every invalid action is named by its place, before any call',
        request: batch(
          { action: 'create', item: { name: 'fine' } }, { action: 'create', item: {} }, { action: 'update', id: NO_ITEM, patch: { name: 5 } },
        ),
        ...refused(400, 'validation-failed', [{ pointer: '/actions/1/item/name', code: 'required' }, { pointer: '/actions/2/patch/name', code: 'type' }]),
      },
      {
        name: 'an action that is none is named by its place',
        request: batch({ action: 'erase', id: NO_ITEM }, {}, 5 as never, { action: 'delete' }, { action: 'delete', id: '42' }),
        ...refused(400, 'validation-failed', [
          { pointer: '/actions/0/action' }, { pointer: '/actions/1/action' }, { pointer: '/actions/2' }, { pointer: '/actions/3/id', code: 'required' }, { pointer: '/actions/4/id' },
        ]),
      },
      {
        name: 'one action an item',
        request: batch({ action: 'delete', id: NO_ITEM }, { action: 'update', id: NO_ITEM, patch: {} }),
        ...refused(400, 'validation-failed', [{ pointer: '/actions/1/id' }]),
      },
      { name: 'no action is no batch', request: batch(), ...refused(400, 'validation-failed', [{ pointer: '/actions' }]) },
      { name: 'a body without actions is refused', request: post('/things/batch', { items: [] }), ...refused(400, 'validation-failed', [{ pointer: '/actions' }, { pointer: '/items' }]) },
      {
        name: '101 actions are 413',
        request: batch(...Array.from({ length: 101 }, () => ({ action: 'create', item: { name: 'many' } }))),
        ...refused(413, 'batch-too-large'),
      },
      {
        name: '100 actions are one transaction',
        request: batch(...Array.from({ length: 100 }, () => ({ action: 'create', item: { name: 'many' } }))),
        status: 200,
        body: { results: Array.from({ length: 100 }, () => including({ status: 201 })) },
        calls: [transaction(Array.from({ length: 100 }, () => put('many')), { units: 200 })],
      },
      {
        name: 'with atomic: false each action is a call of its own, and the others stand where one fails',
        given: { old: { name: 'old' } },
        request: apart({ action: 'update', id: '{old.id}', patch: { name: 'edited' } }, { action: 'delete', id: NO_ITEM }),
        status: 207,
        body: {
          results: [
            { status: 200, id: '{old.id}', etag: anETag, item: itemLike('old', { ...changed, name: 'edited' }) },
            including({ status: 404, id: NO_ITEM, problem: including({ code: 'not-found' }) }),
          ],
        },
        calls: [things.patchItem('{old.id}', { set: { name: 'edited' } }), things.deleteItem(NO_ITEM, [], conditionFails)],
        callsAtOnce: true,
        after: [{ request: get('/things/{old.id}'), status: 200, body: itemLike('old', { ...changed, name: 'edited' }), calls: [things.getItem('{old.id}')] }],
      },
    ]),
    ...inCollection('/members', [
      {
        name: 'two items swap a unique value in one batch',
        given: { it: { email: 'a-{unique}@example.com' }, other: { email: 'b-{unique}@example.com' } },
        request: post('/members/batch', {
          actions: [
            { action: 'update', id: '{it.id}', patch: { email: '{other.email}' } },
            { action: 'update', id: '{other.id}', patch: { email: '{it.email}' } },
          ],
        }),
        status: 200,
        body: { results: [including({ status: 200 }), including({ status: 200 })] },
        callsAtOnce: true,
        calls: [
          members.getItem('{it.id}'),
          members.getItem('{other.id}'),
          transaction([
            members.updateItem('{it.id}', { set: { email: '{other.email}' }, guards: ['attribute_exists(id)', 'createdAt = "{it.createdAt}"', '_life = "{it.life}"', 'version = 1'] }),
            takeOver('it', 'other'),
            members.updateItem('{other.id}', { set: { email: '{it.email}' }, guards: ['attribute_exists(id)', 'createdAt = "{other.createdAt}"', '_life = "{other.life}"', 'version = 1'] }),
            takeOver('other', 'it'),
          ]),
        ],
        after: [{
          request: get('/members/{it.id}'), status: 200, body: itemLike('it', { ...changed, email: '{other.email}' }), calls: [members.getItem('{it.id}')],
        }],
      },
      {
        name: 'two creates of one value in one batch are refused',
        request: post('/members/batch', { actions: [1, 2].map(() => ({ action: 'create', item: { email: 'c-{unique}@example.com' } })) }),
        status: 409,
        body: problem(409, 'unique-violation', [{ pointer: '/actions/1/item/email' }]),
        calls: [],
      },
    ]),
  ],
};
