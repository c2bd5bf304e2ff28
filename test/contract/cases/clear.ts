import { memberRecords, members, things } from '../fixture/entities';
import { transaction } from '../harness/calls';
import { CaseFile } from '../harness/case';
import { anId, including } from '../harness/matchers';
import { get, post, remove } from '../harness/requests';

const drop = { DeleteRequest: { Key: { _scope: 'thing|collection|', id: anId } } };
/** The keys of all items, strongly read. */
const keys = (scope: string) => including({ KeyConditionExpression: `_scope = "${scope}|collection|"`, ConsistentRead: true, Limit: 100 });

export const clears: CaseFile = {
  topic: 'clear',
  cases: [
    {
      name: 'a collection is emptied, 25 items a call',
      collection: '/things',
      exclusive: true,
      given: Object.fromEntries(Array.from({ length: 26 }, (_, position) => [`n${position}`, { name: 'many' }])),
      request: remove('/things'),
      status: 200,
      body: { deleted: 26, complete: true },
      calls: [
        { action: 'Query', input: keys('thing') },
        { action: 'BatchWriteItem', input: { ReturnConsumedCapacity: 'TOTAL', RequestItems: Array(25).fill(drop) } },
        { action: 'BatchWriteItem', input: { ReturnConsumedCapacity: 'TOTAL', RequestItems: [drop] } },
      ],
      callsAtOnce: true,
      after: [{ request: get('/things'), status: 200, body: [], calls: [things.query()] }],
    },
    {
      name: 'an empty collection is empty',
      collection: '/things',
      exclusive: true,
      request: remove('/things'),
      status: 200,
      body: { deleted: 0, complete: true },
      calls: [{ action: 'Query', input: keys('thing') }],
    },
    {
      name: 'unique values are free with their items',
      collection: '/members',
      exclusive: true,
      given: { it: { email: 'it-{unique}@example.com' } },
      request: remove('/members'),
      status: 200,
      body: { deleted: 1, complete: true },
      calls: [
        { action: 'Query', input: keys('member') },
        transaction([
          members.deleteItem('{it.id}', ['createdAt = "{it.createdAt}"', '_life = "{it.life}"', 'version = 1']),
          memberRecords.freeValue('email', 'member|collection| {it.id}'),
        ]),
      ],
      after: [{
        request: post('/members', { email: '{it.email}' }),
        as: 'heir',
        status: 201,
        body: including({ email: '{it.email}' }),
        calls: [transaction([members.putItem({ email: '{it.email}' }), memberRecords.holdValue('email', 'member|collection| {heir.id}')])],
      }],
    },
  ],
};
