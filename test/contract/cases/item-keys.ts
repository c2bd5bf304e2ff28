import { NO_ITEM, parcelRecords, parcels, shipments } from '../fixture/entities';
import { conditionFails, isCanceled, transaction } from '../harness/calls';
import { Case, CaseFile, inCollection } from '../harness/case';
import { aCursor, anETag, anId, anInstant, arrayOf, including, itemLike } from '../harness/matchers';
import { notFound, problem, refused } from '../harness/problems';
import { get, patch, post, put, remove } from '../harness/requests';

const first = { createdAt: anInstant, updatedAt: anInstant, version: 1 };
const shipment = (name: string, carrier: string, day: number) => ({ id: `${name}-{unique}`, carrier, dispatched: `2027-01-0${day}` });
const given = { a: shipment('a', 'dhl-{unique}', 2), b: shipment('b', 'dhl-{unique}', 1), c: shipment('c', 'ups-{unique}', 1) };
const stored = { carrier: 'dhl-{unique}', dispatched: '2027-01-02' };
const PATH = '/shipments/{a.id}';
const byCarrier = (input: object = {}) => shipments.query({ IndexName: 'byCarrier', KeyConditionExpression: 'carrier = "{a.carrier}"', ...input });
const scan = (input: object) => ({ ...shipments.query(input as Record<string, unknown>), action: 'Scan' });

const ofAnExistingTable: Case[] = [
  {
    name: "an item's key is its id, under the table's own name for it",
    request: post('/shipments', given.a),
    as: 'a',
    status: 201,
    headers: { Location: PATH, ETag: anETag },
    body: { ...given.a, ...first },
    calls: [shipments.putItem({ shipmentNo: given.a.id, ...stored }, { units: 2 })],
    after: [{ request: get(PATH), status: 200, body: '{a.item}', calls: [shipments.getItem('{a.id}', { units: 1 })] }],
  },
  {
    name: 'an id is taken once',
    given,
    request: post('/shipments', given.a),
    status: 409,
    body: problem(409, 'already-exists'),
    calls: [shipments.putItem({ shipmentNo: given.a.id, ...stored }, conditionFails)],
  },
  {
    name: 'a PUT replaces, and creates',
    given,
    request: put(PATH, { ...stored, weight: 5 }),
    status: 200,
    body: itemLike('a', { weight: 5, updatedAt: anInstant, version: 2 }),
    calls: [shipments.putOrReplaceItem('{a.id}', { ...stored, weight: 5 })],
    after: [{
      request: put('/shipments/new-{unique}', stored),
      status: 201,
      headers: { Location: '/shipments/new-{unique}' },
      body: { id: 'new-{unique}', ...stored, ...first },
      calls: [shipments.putOrReplaceItem('new-{unique}', stored)],
    }],
  },
  {
    name: 'a PATCH changes what is there',
    given,
    request: patch(PATH, { weight: 7 }),
    status: 200,
    body: itemLike('a', { weight: 7, updatedAt: anInstant, version: 2 }),
    calls: [shipments.patchItem('{a.id}', { set: { weight: 7 } })],
    after: [{ request: patch('/shipments/none-{unique}', { weight: 7 }), ...notFound([shipments.patchItem('none-{unique}', { set: { weight: 7 } }, conditionFails)]) }],
  },
  {
    name: 'a DELETE removes it',
    given,
    request: remove(PATH, { 'If-Match': '{a.etag}' }),
    status: 204,
    calls: [shipments.deleteItem('{a.id}', ['createdAt = "{a.createdAt}"', '_life = "{a.life}"', 'version = 1'])],
    after: [{ request: get(PATH), ...notFound([shipments.getItem('{a.id}')]) }],
  },
  {
    name: 'an index orders by its attributes, then by the key',
    given,
    request: get('/shipments?carrier={a.carrier}'),
    status: 200,
    body: { items: ['{b.item}', '{a.item}'] },
    calls: [byCarrier()],
  },
  {
    name: 'its pages go on after the key under its own name',
    given,
    request: get('/shipments?carrier={a.carrier}&limit=1&order=desc'),
    as: 'page',
    status: 200,
    body: { items: ['{a.item}'], nextCursor: aCursor },
    calls: [byCarrier({ Limit: 1, ScanIndexForward: false })],
    after: [{
      request: get('{page.next}'),
      status: 200,
      body: including({ items: ['{b.item}'] }),
      calls: [byCarrier({ Limit: 1, ScanIndexForward: false, ExclusiveStartKey: { shipmentNo: '{a.id}', ...stored } })],
    }],
  },
  {
    name: 'a filter on the id is part of the key condition of the index',
    given,
    request: get('/shipments?carrier={a.carrier}&dispatched=2027-01-02&id:gte=a'),
    status: 200,
    body: { items: ['{a.item}'] },
    calls: [byCarrier({ KeyConditionExpression: 'carrier = "{a.carrier}" AND dispatched = "2027-01-02" AND shipmentNo >= "a"' })],
  },
  {
    name: 'without an index the table is scanned, since the API allows it',
    exclusive: true,
    given,
    request: get('/shipments?limit=2'),
    as: 'page',
    status: 200,
    body: { items: arrayOf(including({}), { from: 2, to: 2 }), nextCursor: aCursor },
    calls: [scan({ Limit: 2 })],
    after: [{
      request: get('{page.next}'),
      status: 200,
      body: { items: arrayOf(including({}), { from: 1, to: 1 }) },
      calls: [scan({ Limit: 2, ExclusiveStartKey: including({}) })],
    }],
  },
  {
    name: 'a scan filters after the read',
    exclusive: true,
    given: { ...given, heavy: { ...shipment('heavy', 'ups-{unique}', 3), weight: 99 } },
    request: get('/shipments?weight:gt=50'),
    status: 200,
    body: { items: ['{heavy.item}'] },
    calls: [scan({ FilterExpression: 'weight > 50' })],
  },
  {
    name: 'a count scans, too',
    exclusive: true,
    given,
    request: get('/shipments/count'),
    status: 200,
    body: { count: 3, complete: true },
    calls: [scan({ Limit: undefined, Select: 'COUNT' })],
  },
];

const LABEL = 'label-{unique}';
const hold = (id: string) => parcelRecords.holdValue('label', ` ${id}`);

const ofItsOwnTable: Case[] = [
  {
    name: 'generated ids are keys by themselves; unique values lie in a table beside',
    request: post('/parcels', { depot: 'd-{unique}', label: LABEL }),
    as: 'parcel',
    status: 201,
    body: { id: anId, depot: 'd-{unique}', label: LABEL, ...first },
    calls: [transaction([parcels.putItem({ depot: 'd-{unique}', label: LABEL }), hold('{parcel.id}')])],
    after: [
      { request: get('/parcels/{parcel.id}'), status: 200, body: '{parcel.item}', calls: [parcels.getItem('{parcel.id}')] },
      {
        request: get('/parcels?depot=d-{unique}'),
        status: 200,
        body: { items: ['{parcel.item}'] },
        calls: [parcels.query({ IndexName: 'byDepot', KeyConditionExpression: 'depot = "d-{unique}"' })],
      },
    ],
  },
  {
    name: 'a unique value is taken once',
    given: { parcel: { depot: 'd', label: LABEL } },
    request: post('/parcels', { depot: 'e', label: LABEL }),
    status: 409,
    body: problem(409, 'unique-violation', [{ pointer: '/label' }]),
    calls: [{ action: 'TransactWriteItems', input: including({}), ...isCanceled }],
  },
  { name: 'a list needs an index where no scan is allowed', request: get('/parcels'), ...refused(400, 'index-required') },
  { name: 'a count needs one, too', request: get('/parcels/count'), ...refused(400, 'index-required') },
  { name: 'and so does a list in the order of ids', request: get(`/parcels?id:gt=${NO_ITEM}`), ...refused(400, 'index-required') },
];

export const itemKeys: CaseFile = {
  topic: 'items by their ids alone',
  cases: [...inCollection('/shipments', ofAnExistingTable), ...inCollection('/parcels', ofItsOwnTable)],
};
