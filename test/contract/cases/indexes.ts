import { orders } from '../fixture/entities';
import { CaseFile, inCollection } from '../harness/case';
import { aCursor } from '../harness/matchers';
import { refused } from '../harness/problems';
import { get } from '../harness/requests';

const order = (customer: string, state: string, day: number, more: object = {}) => ({ customer, state, placedOn: `2027-01-0${day}`, ...more });

/** Four orders: two of each customer, two of each state. */
const given = {
  a: order('ann', 'open', 3),
  b: order('bob', 'open', 1),
  c: order('ann', 'paid', 2, { courier: 'dhl', weight: 7 }),
  d: order('bob', 'sent', 4, { courier: 'dhl', weight: 3, rush: true }),
};

const byState = (input: object = {}) => orders.query({ IndexName: 'byState', KeyConditionExpression: 'state = "open"', ...input });
const byCustomer = (condition: string, input: object = {}) =>
  orders.query({ IndexName: 'byCustomer', KeyConditionExpression: `_scope = "order|collection|"${condition}`, ...input });
const needsIndex = (parameter: string) => refused(400, 'index-required', [{ parameter }]);

export const indexes: CaseFile = {
  topic: 'indexes',
  cases: inCollection('/orders', [
    {
      name: 'a filter by all partition attributes is served by the index, in its order',
      exclusive: true,
      given,
      request: get('/orders?state=open'),
      status: 200,
      body: { items: ['{b.item}', '{a.item}'] },
      calls: [byState()],
    },
    {
      name: 'order=desc is the order of the index, backwards',
      exclusive: true,
      given,
      request: get('/orders?state=open&order=desc'),
      status: 200,
      body: { items: ['{a.item}', '{b.item}'] },
      calls: [byState({ ScanIndexForward: false })],
    },
    {
      name: 'a range on the sort attribute is part of the key condition',
      exclusive: true,
      given,
      request: get('/orders?state=open&placedOn:gte=2027-01-02'),
      status: 200,
      body: { items: ['{a.item}'] },
      calls: [byState({ KeyConditionExpression: 'placedOn >= "2027-01-02" AND state = "open"' })],
    },
    {
      name: 'so is between',
      exclusive: true,
      given,
      request: get('/orders?state=open&placedOn:between=2027-01-01,2027-01-02'),
      status: 200,
      body: { items: ['{b.item}'] },
      calls: [byState({ KeyConditionExpression: 'placedOn BETWEEN "2027-01-01" AND "2027-01-02" AND state = "open"' })],
    },
    {
      name: 'an index without partition attributes lies in the partition of the collection',
      exclusive: true,
      given,
      request: get('/orders?customer=ann'),
      status: 200,
      body: { items: ['{c.item}', '{a.item}'] },
      calls: [byCustomer(' AND customer = "ann"')],
    },
    {
      name: 'sort attributes are used from the left, the last one by a range',
      exclusive: true,
      given,
      request: get('/orders?customer=ann&placedOn:lt=2027-01-03'),
      status: 200,
      body: { items: ['{c.item}'] },
      calls: [byCustomer(' AND customer = "ann" AND placedOn < "2027-01-03"')],
    },
    {
      name: 'beginsWith is a range',
      exclusive: true,
      given,
      request: get('/orders?customer:beginsWith=b'),
      status: 200,
      body: { items: ['{b.item}', '{d.item}'] },
      calls: [byCustomer(' AND begins_with(customer, "b")')],
    },
    {
      name: 'an index can be named for its order alone',
      exclusive: true,
      given,
      request: get('/orders?index=byCustomer'),
      status: 200,
      body: { items: ['{c.item}', '{a.item}', '{b.item}', '{d.item}'] },
      calls: [byCustomer('')],
    },
    {
      name: 'pages go on within the index',
      exclusive: true,
      given,
      request: get('/orders?state=open&limit=1'),
      as: 'page',
      status: 200,
      body: { items: ['{b.item}'], nextCursor: aCursor },
      calls: [byState({ Limit: 1 })],
      after: [
        {
          request: get('{page.next}'),
          as: 'second',
          status: 200,
          body: { items: ['{a.item}'], nextCursor: aCursor },
          calls: [byState({ Limit: 1, ExclusiveStartKey: { ...orders.key('{b.id}'), state: 'open', placedOn: '2027-01-01' } })],
        },
        { request: get('/orders?limit=1&cursor={page.nextCursor}'), ...refused(400, 'invalid-cursor', [{ parameter: 'cursor' }]) },
        { request: get('/orders?state=paid&limit=1&cursor={page.nextCursor}'), ...refused(400, 'invalid-cursor', [{ parameter: 'cursor' }]) },
        { request: get('/orders?state=open&order=desc&limit=1&cursor={page.nextCursor}'), ...refused(400, 'invalid-cursor', [{ parameter: 'cursor' }]) },
      ],
    },
    {
      name: 'what the index does not serve is filtered after the read',
      exclusive: true,
      given,
      request: get('/orders?state=sent&rush=true'),
      status: 200,
      body: { items: ['{d.item}'] },
      calls: [byState({ KeyConditionExpression: 'state = "sent"', FilterExpression: 'rush = true' })],
    },
    {
      name: 'an index that does not hold every item is not used unasked',
      request: get('/orders?courier=dhl'),
      ...needsIndex('courier'),
    },
    {
      name: 'it is used where it is named',
      exclusive: true,
      given,
      request: get('/orders?index=byCourier&courier=dhl'),
      status: 200,
      body: { items: ['{d.item}', '{c.item}'] },
      calls: [orders.query({ IndexName: 'byCourier', KeyConditionExpression: 'courier = "dhl"' })],
    },
    {
      name: 'it is used unasked where the filter fixes what items may lack',
      exclusive: true,
      given,
      request: get('/orders?courier=dhl&weight=7'),
      status: 200,
      body: { items: ['{c.item}'] },
      calls: [orders.query({ IndexName: 'byCourier', KeyConditionExpression: 'courier = "dhl" AND weight = 7' })],
    },
    { name: 'a named index needs its partition attributes', request: get('/orders?index=byState'), ...refused(400, 'index-required') },
    { name: 'an unknown index is refused', request: get('/orders?index=byNothing'), ...refused(400, 'invalid-parameter', [{ parameter: 'index' }]) },
    { name: 'no index is read strongly', request: get('/orders?index=byCustomer&consistent=true'), ...refused(400, 'invalid-parameter', [{ parameter: 'consistent' }]) },
    { name: 'what no index serves and is not filterable is refused', request: get('/orders?weight:gt=5'), ...needsIndex('weight:gt') },
    { name: 'a flag knows no range', request: get('/orders?rush:gt=true'), ...refused(400, 'invalid-parameter', [{ parameter: 'rush:gt' }]) },
    { name: 'between needs two values', request: get('/orders?state=open&placedOn:between=2027-01-01'), ...refused(400, 'invalid-parameter', [{ parameter: 'placedOn:between' }]) },
    { name: 'a value of another type is refused', request: get('/orders?state=open&placedOn:gt=soon'), ...refused(400, 'invalid-parameter', [{ parameter: 'placedOn:gt' }]) },
    {
      name: 'in takes at most 100 values',
      request: get(`/orders?rush:in=${Array(101).fill('true').join()}`),
      ...refused(400, 'invalid-parameter', [{ parameter: 'rush:in' }]),
    },
    {
      name: 'a count reads the same way, and counts',
      exclusive: true,
      given,
      request: get('/orders/count?state=open'),
      status: 200,
      body: { count: 2, complete: true },
      calls: [byState({ Limit: undefined, Select: 'COUNT' })],
    },
    {
      name: 'a count of all',
      exclusive: true,
      given,
      request: get('/orders/count'),
      status: 200,
      body: { count: 4, complete: true },
      calls: [orders.query({ Limit: undefined, Select: 'COUNT' })],
    },
    { name: 'a count has no pages', request: get('/orders/count?limit=5'), ...refused(400, 'invalid-parameter', [{ parameter: 'limit' }]) },
  ]),
};
