import { callsOf } from '../harness/calls';
import { CaseFile, inCollection } from '../harness/case';
import { aCursor, aText, anId, including, matching } from '../harness/matchers';
import { get, patch, remove } from '../harness/requests';

const SHARDS = ['', '1', '2', '3'];
const shards = SHARDS.map((shard) => callsOf({ scope: `grain|collection|${shard}`, fields: ['size'] }));
const each = (input: Record<string, unknown> = {}) => shards.map((shard) => shard.query(input));

/** The shard is in the id, so one partition is asked for. */
const onOne = (action: string) => ({
  action,
  input: including({ TableName: aText, Key: { _scope: matching(/^grain\|collection\|[1-3]?$/), id: '{g3.id}' } }),
});
const given = Object.fromEntries(Array.from({ length: 12 }, (_, position) => [`g${position}`, { size: position % 3 }]));
const items = (...positions: number[]) => positions.map((position) => `{g${position}.item}`);

export const sharding: CaseFile = {
  topic: 'shards',
  cases: inCollection('/grains', [
    {
      name: 'a list merges the partitions by creation',
      exclusive: true,
      given,
      request: get('/grains'),
      status: 200,
      body: { items: items(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) },
      calls: each(),
      callsAtOnce: true,
    },
    {
      name: 'pages go on in every partition, and meet each item once',
      exclusive: true,
      given,
      request: get('/grains?limit=5'),
      as: 'first',
      status: 200,
      body: { items: items(0, 1, 2, 3, 4), nextCursor: aCursor },
      calls: each({ Limit: 5 }),
      callsAtOnce: true,
      after: [
        {
          request: get('{first.next}'),
          as: 'second',
          status: 200,
          body: { items: items(5, 6, 7, 8, 9), nextCursor: aCursor },
          calls: shards.map((shard, position) => shard.query({ Limit: 5, ExclusiveStartKey: { _scope: `grain|collection|${SHARDS[position]}`, id: '{g4.id}' } })),
          callsAtOnce: true,
        },
        {
          request: get('{second.next}'),
          status: 200,
          body: { items: items(10, 11) },
          calls: shards.map((shard, position) => shard.query({ Limit: 5, ExclusiveStartKey: { _scope: `grain|collection|${SHARDS[position]}`, id: '{g9.id}' } })),
          callsAtOnce: true,
        },
      ],
    },
    {
      name: 'backwards too',
      exclusive: true,
      given,
      request: get('/grains?order=desc&limit=3'),
      status: 200,
      body: { items: items(11, 10, 9), nextCursor: aCursor },
      calls: each({ Limit: 3, ScanIndexForward: false }),
      callsAtOnce: true,
    },
    {
      name: 'a count adds them up',
      exclusive: true,
      given,
      request: get('/grains/count?size=1'),
      status: 200,
      body: { count: 4, complete: true },
      calls: each({ Limit: undefined, Select: 'COUNT', FilterExpression: 'size = 1' }),
      callsAtOnce: true,
    },
    {
      name: 'an item is in the partition that its id names',
      given,
      request: get('/grains/{g3.id}'),
      status: 200,
      body: '{g3.item}',
      calls: [onOne('GetItem')],
      after: [
        {
          request: patch('/grains/{g3.id}', { size: 9 }),
          status: 200,
          body: including({ id: anId, size: 9, version: 2 }),
          calls: [onOne('UpdateItem')],
        },
        { request: remove('/grains/{g3.id}'), status: 204, calls: [onOne('DeleteItem')] },
      ],
    },
  ]),
};
