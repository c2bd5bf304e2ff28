import { memberRecords, members, NO_ITEM } from '../fixture/entities';
import { isCanceled, transaction } from '../harness/calls';
import { CaseFile, inCollection } from '../harness/case';
import { absent, anETag, anId, anInstant, itemLike, matching } from '../harness/matchers';
import { notFound, problem } from '../harness/problems';
import { get, patch, post, put, remove } from '../harness/requests';

const EMAIL = 'a-{unique}@example.com';
const NICK = 'nick-{unique}';
const OTHER = 'b-{unique}@example.com';
const first = { id: anId, createdAt: anInstant, updatedAt: anInstant, version: 1 };
const changed = { updatedAt: anInstant, version: 2 };
const item = (name: string) => `member|collection| {${name}.id}`;
const { holdValue, freeValue } = memberRecords;

/** A hold by an item that came to nothing, so that its id is told nowhere. */
const holdForNobody = (field: string) => {
  const { Put } = holdValue(field, '');
  const Item = { ...Put.Item, _item: matching(/^member\|collection\| [\da-f-]{36}$/) };
  return { Put: { ...Put, Item, ConditionExpression: matching(/^_item = "member\|collection\| [\da-f-]{36}" OR attribute_not_exists\(id\) OR expiresAt <= "\S+"$/) } };
};

/** What the item called `it` was when it was read. */
const AS_READ = ['attribute_exists(id)', 'createdAt = "{it.createdAt}"', '_life = "{it.life}"', 'version = 1'];
const given = { it: { email: EMAIL } };
const isTaken = (field: string) => ({ status: 409, body: problem(409, 'unique-violation', [{ pointer: `/${field}` }]) });

export const unique: CaseFile = {
  topic: 'unique fields',
  cases: inCollection('/members', [
    {
      name: 'a create holds its values in the same transaction',
      request: post('/members', { email: EMAIL, nick: NICK }),
      as: 'created',
      status: 201,
      headers: { ETag: anETag, Location: '/members/{created.id}' },
      body: { ...first, email: EMAIL, nick: NICK },
      calls: [transaction([members.putItem({ email: EMAIL, nick: NICK }), holdValue('email', item('created')), holdValue('nick', item('created'))], { units: 6 })],
    },
    {
      name: 'an optional field that is absent holds nothing',
      request: post('/members', { email: EMAIL }),
      as: 'created',
      status: 201,
      body: { ...first, email: EMAIL },
      calls: [transaction([members.putItem({ email: EMAIL }), holdValue('email', item('created'))], { units: 4 })],
    },
    {
      name: 'a value that another item has is 409, which names the field and nothing of the other item',
      given: { other: { email: OTHER, bio: 'secret' } },
      request: post('/members', { email: OTHER, nick: NICK }),
      ...isTaken('email'),
      calls: [transaction([members.putItem({ email: OTHER, nick: NICK }), holdForNobody('email'), holdForNobody('nick')], isCanceled)],
    },
    {
      name: 'all values that others have are named',
      given: { other: { email: OTHER }, another: { email: EMAIL, nick: NICK } },
      request: post('/members', { email: OTHER, nick: NICK }),
      status: 409,
      body: problem(409, 'unique-violation', [{ pointer: '/email' }, { pointer: '/nick' }]),
      calls: [transaction([members.putItem({ email: OTHER, nick: NICK }), holdForNobody('email'), holdForNobody('nick')], isCanceled)],
    },
    {
      name: 'letters count as they are written',
      given: { other: { email: EMAIL } },
      request: post('/members', { email: 'A-{unique}@example.com' }),
      as: 'created',
      status: 201,
      body: { ...first, email: 'A-{unique}@example.com' },
      calls: [transaction([members.putItem({ email: 'A-{unique}@example.com' }), holdValue('email', item('created'))])],
    },
    {
      name: 'a patch of other fields is one plain call',
      given,
      request: patch('/members/{it.id}', { bio: 'b' }),
      status: 200,
      body: itemLike('it', { ...changed, bio: 'b' }),
      calls: [members.patchItem('{it.id}', { set: { bio: 'b' } }, { units: 1 })],
    },
    {
      name: 'a patch to a free value holds the new one and gives the old one back',
      given,
      request: patch('/members/{it.id}', { email: OTHER }),
      status: 200,
      body: itemLike('it', { ...changed, email: OTHER }),
      calls: [
        members.getItem('{it.id}'),
        transaction([members.updateItem('{it.id}', { set: { email: OTHER }, guards: AS_READ }), holdValue('email', item('it')), freeValue('email', item('it'))]),
      ],
      after: [{
        request: post('/members', { email: EMAIL }),
        as: 'heir',
        status: 201,
        body: { ...first, email: EMAIL },
        calls: [transaction([members.putItem({ email: EMAIL }), holdValue('email', item('heir'))])],
      }],
    },
    {
      name: 'a patch to a value that another item has is 409, and nothing changes',
      given: { it: { email: EMAIL }, other: { email: OTHER } },
      request: patch('/members/{it.id}', { email: OTHER }),
      ...isTaken('email'),
      calls: [
        members.getItem('{it.id}'),
        transaction(
          [members.updateItem('{it.id}', { set: { email: OTHER }, guards: AS_READ }), holdValue('email', item('it')), freeValue('email', item('it'))], isCanceled),
      ],
      after: [{ request: get('/members/{it.id}'), status: 200, body: '{it.item}', calls: [members.getItem('{it.id}')] }],
    },
    {
      name: 'a patch to the own value changes no row beside the item',
      given,
      request: patch('/members/{it.id}', { email: EMAIL, bio: 'b' }),
      status: 200,
      body: itemLike('it', { ...changed, bio: 'b' }),
      calls: [members.getItem('{it.id}'), members.updateItem('{it.id}', { set: { email: EMAIL, bio: 'b' }, guards: AS_READ })],
    },
    {
      name: 'a patch that removes an optional value gives it back',
      given: { it: { email: EMAIL, nick: NICK } },
      request: patch('/members/{it.id}', { nick: null }),
      status: 200,
      body: itemLike('it', { ...changed, nick: absent }),
      calls: [
        members.getItem('{it.id}'),
        transaction([members.updateItem('{it.id}', { remove: ['nick'], guards: AS_READ }), freeValue('nick', item('it'))]),
      ],
    },
    {
      name: 'a replace holds and gives back what it changes',
      given: { it: { email: EMAIL, nick: NICK } },
      request: put('/members/{it.id}', { email: OTHER, nick: NICK }),
      status: 200,
      body: itemLike('it', { ...changed, email: OTHER }),
      calls: [
        members.getItem('{it.id}'),
        transaction([members.putOrReplaceItem('{it.id}', { email: OTHER, nick: NICK }, AS_READ), holdValue('email', item('it')), freeValue('email', item('it'))]),
      ],
    },
    {
      name: 'a delete gives the values back',
      given: { it: { email: EMAIL, nick: NICK } },
      request: remove('/members/{it.id}'),
      status: 204,
      calls: [
        members.getItem('{it.id}'),
        transaction([members.deleteItem('{it.id}', AS_READ), freeValue('email', item('it')), freeValue('nick', item('it'))]),
      ],
      after: [{
        request: post('/members', { email: EMAIL, nick: NICK }),
        as: 'heir',
        status: 201,
        body: { ...first, email: EMAIL, nick: NICK },
        calls: [transaction([members.putItem({ email: EMAIL, nick: NICK }), holdValue('email', item('heir')), holdValue('nick', item('heir'))])],
      }],
    },
    { name: 'a delete of a missing item is 404', request: remove(`/members/${NO_ITEM}`), ...notFound([members.getItem(NO_ITEM)]) },
    {
      name: 'a stale tag is told before a value that is taken',
      given: { it: { email: EMAIL }, other: { email: OTHER } },
      before: [patch('/members/{it.id}', { bio: 'b' })],
      request: patch('/members/{it.id}', { email: OTHER }, { 'If-Match': '{it.etag}' }),
      status: 412,
      headers: { ETag: anETag },
      body: problem(412, 'version-mismatch'),
      calls: [members.getItem('{it.id}')],
    },
    {
      name: 'rows beside the items are in no list',
      exclusive: true,
      given: { it: { email: EMAIL, nick: NICK } },
      request: get('/members'),
      status: 200,
      body: { items: ['{it.item}'] },
      calls: [members.query()],
    },
  ]),
};
