import { ID, NOW, openFunction } from './fixtures/function';
import { list } from './fixtures/lists';
import { todoModel } from './fixtures/models';
import { openTable, TestTable } from './fixtures/table';
import { OPERATION_DEFAULTS } from '../../src/model';

const callOf = async (query: string, model = list()) => {
  const { calls, request } = openFunction([{ Items: [] }], { model });
  const { json } = await request('GET', '/todos', { query });
  return { input: calls[0]?.input, json };
};

test.each<[string, object]>([
  ['', { KeyConditionExpression: '#_scope = :0', Limit: 25 }],
  ['limit=7', { Limit: 7 }],
  ['limit=1000', { Limit: 100 }],
  ['order=desc', { ScanIndexForward: false }],
  ['consistent=true', { ConsistentRead: true }],
  ['id:gt=018df4bc-5600-7000-8000-000000000000', { KeyConditionExpression: '#_scope = :0 AND #id > :1' }],
  ['completed=true', { FilterExpression: '#completed = :1', ExpressionAttributeValues: { ':0': { S: 'todo|collection|' }, ':1': { BOOL: true } } }],
  ['completed:ne=true&note=x', { FilterExpression: '#completed <> :1 AND #note = :2' }],
  ['note:beginsWith=a,b', { FilterExpression: 'begins_with(#note, :1)', ExpressionAttributeValues: { ':0': { S: 'todo|collection|' }, ':1': { S: 'a,b' } } }],
  ['note:in=a\\,b,c', { FilterExpression: '#note IN (:1, :2)', ExpressionAttributeValues: { ':0': { S: 'todo|collection|' }, ':1': { S: 'a,b' }, ':2': { S: 'c' } } }],
  ['note:between=a,b', { FilterExpression: '#note BETWEEN :1 AND :2' }],
  ['note:exists=false', { FilterExpression: 'attribute_not_exists(#note)' }],
  ['tags:contains=x', { FilterExpression: 'contains(#tags, :1)' }],
  ['address.city=Graz', { FilterExpression: '#address.#city = :1' }],
  ['limit:gte=5', { FilterExpression: '#limit >= :1', Limit: 25 }],
  ['status=open', { IndexName: 'byStatus', KeyConditionExpression: '#status = :0' }],
  ['status=open&priority=1', { IndexName: 'byStatus', KeyConditionExpression: '#status = :0 AND #priority = :1' }],
  ['status=open&priority:gte=1', { IndexName: 'byStatus', KeyConditionExpression: '#status = :0 AND #priority >= :1' }],
  ['status=open&priority=1&due:between=2024-01-01,2024-02-01&note=x',
    { IndexName: 'byStatus', KeyConditionExpression: '#status = :0 AND #priority = :1 AND #due BETWEEN :2 AND :3', FilterExpression: '#note = :4' }],
  ['due:gte=2024-01-01', { IndexName: 'byDue', KeyConditionExpression: '#_scope = :0 AND #due >= :1' }],
  ['index=byDue&order=desc', { IndexName: 'byDue', KeyConditionExpression: '#_scope = :0', ScanIndexForward: false }],
  ['price=1.50', {
    IndexName: 'byPrice',
    KeyConditionExpression: '#_scope = :0 AND #price = :1',
    ExpressionAttributeValues: { ':0': { S: 'todo|collection|' }, ':1': { N: '1.5' } },
  }],
  ['price=-0e999999999', { ExpressionAttributeValues: { ':0': { S: 'todo|collection|' }, ':1': { N: '0' } } }],
  ['price=9.9e125', { ExpressionAttributeValues: { ':0': { S: 'todo|collection|' }, ':1': { N: `99${'0'.repeat(124)}` } } }],
  ['price:gte=-1e-130', { ExpressionAttributeValues: { ':0': { S: 'todo|collection|' }, ':1': { N: `-0.${'0'.repeat(129)}1` } } }],
])('?%s is one Query', async (query, expected) => {
  const { input } = await callOf(query);
  expect(input).toMatchObject(expected);
});

test.each<[string, string, string]>([
  ['limit=0', 'invalid-parameter', 'limit'],
  ['limit=x', 'invalid-parameter', 'limit'],
  ['limit=-1', 'invalid-parameter', 'limit'],
  ['order=up', 'invalid-parameter', 'order'],
  ['index=none', 'invalid-parameter', 'index'],
  ['consistent=yes', 'invalid-parameter', 'consistent'],
  ['consistent=true&index=byDue', 'invalid-parameter', 'consistent'],
  ['fields=title,x', 'invalid-parameter', 'fields'],
  ['fields=secret', 'invalid-parameter', 'fields'],
  ['unknown=1', 'invalid-parameter', 'unknown'],
  ['secret=1', 'invalid-parameter', 'secret'],
  ['_scope=1', 'invalid-parameter', '_scope'],
  ['constructor=1', 'invalid-parameter', 'constructor'],
  ['note:like=1', 'invalid-parameter', 'note:like'],
  ['note:eq:eq=1', 'invalid-parameter', 'note:eq:eq'],
  ['completed=1', 'invalid-parameter', 'completed'],
  ['completed:gt=true', 'invalid-parameter', 'completed:gt'],
  ['limit:eq=1.5e', 'invalid-parameter', 'limit:eq'],
  ['limit:eq=9007199254740993.0', 'invalid-parameter', 'limit:eq'],
  ['due=yesterday', 'invalid-parameter', 'due'],
  ['price=1e200', 'invalid-parameter', 'price'],
  ['price=1e999999999', 'invalid-parameter', 'price'],
  ['price=1e-131', 'invalid-parameter', 'price'],
  ['price=123456789012345678901234567890123456789', 'invalid-parameter', 'price'],
  ['price=01', 'invalid-parameter', 'price'],
  ['note:between=a', 'invalid-parameter', 'note:between'],
  ['note:between=b,a', 'invalid-parameter', 'note:between'],
  [`note:in=${'a,'.repeat(100)}a`, 'invalid-parameter', 'note:in'],
  ['note:exists=1', 'invalid-parameter', 'note:exists'],
  ['address=x', 'invalid-parameter', 'address'],
  ['tags=x', 'invalid-parameter', 'tags'],
  ['title=x', 'index-required', 'title'],
  ['address.zip=1', 'index-required', 'address.zip'],
  ['priority=1', 'index-required', 'priority'],
  ['createdAt:gt=2024-01-01T00:00:00Z', 'index-required', 'createdAt:gt'],
  ['index=byStatus', 'index-required', 'index'],
  ['index=byDue&due:ne=2024-01-01', 'index-required', 'due:ne'],
])('?%s is 400 %s and names %s, without a call', async (query, code, parameter) => {
  const { input, json } = await callOf(query);
  expect(json).toMatchObject({ status: 400, code, errors: [{ parameter }] });
  expect(input).toBeUndefined();
});

test('what filters say is never syntax', async () => {
  const { input } = await callOf(`note=${encodeURIComponent('x OR attribute_exists(#id)')}`);
  expect(input).toMatchObject({ FilterExpression: '#note = :1', ExpressionAttributeValues: { ':1': { S: 'x OR attribute_exists(#id)' } } });
});

test('an index is not used unasked if it might not hold every item', async () => {
  const { json } = await callOf('status=open', list({ required: ['status'] }));
  expect(json.code).toBe('index-required');
  const asked = await callOf('status=open&index=byStatus', list({ required: ['status'] }));
  expect(asked.input).toMatchObject({ IndexName: 'byStatus' });
});

describe('over a table', () => {
  let table: TestTable;
  afterEach(() => table.close());
  const fill = async (count: number, item: (place: number) => object = (place) => ({ status: 'open', priority: place % 3, due: '2024-01-01' })) => {
    const ids: string[] = [];
    for (let place = 0; place < count; place++) {
      table.at(place * 1000);
      ids.push((await table.request('POST', '/todos', { body: item(place) })).json.id);
    }
    table.actions();
    return ids;
  };
  /** Walks to the end, by cursors, and through the header on the way. */
  const walk = async (query: string): Promise<{ ids: string[]; pages: number }> => {
    const ids: string[] = [];
    let at: string | undefined = query;
    let pages = 0;
    for (; at !== undefined && pages < 100; pages++) {
      const answer = await table.request('GET', '/todos', { query: at });
      ids.push(...answer.json.items.map(({ id }: { id: string }) => id));
      const link: string | undefined = /^<\/todos\?(.*)>; rel="next"$/.exec(answer.headers.Link ?? '')?.[1];
      expect(link === undefined).toBe(answer.json.nextCursor === undefined);
      at = link;
    }
    return { ids, pages };
  };

  test('pages in both directions hold each item once, in order', async () => {
    table = await openTable(list());
    const ids = await fill(10);
    expect((await walk('limit=3')).ids).toEqual(ids);
    expect((await walk('limit=3&order=desc')).ids).toEqual([...ids].reverse());
  });

  test('shards are read together and merged', async () => {
    table = await openTable(list({ scope: { kind: 'collection', shards: 4, writeShards: 4 } }));
    const ids = await fill(20);
    expect(new Set(ids.map((id) => id.slice(-2))).size).toBeGreaterThan(1);
    expect((await walk('limit=3')).ids).toEqual(ids);
    expect((await walk('limit=3&order=desc&note:exists=false')).ids).toEqual([...ids].reverse());
    expect((await table.request('GET', '/todos/count')).json).toEqual({ count: 20, complete: true });
    for (const id of ids) expect((await table.request('GET', `/todos/${id}`)).statusCode).toBe(200);
    expect((await table.request('DELETE', '/todos')).json).toEqual({ deleted: 20, complete: true });
  });

  test('more shards find what fewer have written', async () => {
    table = await openTable(list());
    const ids = await fill(3);
    const { Items } = await table.store('Scan', { TableName: 'todos' });
    await table.close();
    table = await openTable(list({ scope: { kind: 'collection', shards: 4, writeShards: 4 } }));
    for (const Item of Items) await table.store('PutItem', { TableName: 'todos', Item });
    expect((await walk('limit=2')).ids).toEqual(ids);
  });

  test('an index orders by its attributes, then by id', async () => {
    table = await openTable(list());
    const ids = await fill(9);
    const byPriority = [0, 1, 2].flatMap((rest) => ids.filter((_, place) => place % 3 === rest));
    expect((await walk('status=open&limit=2')).ids).toEqual(byPriority);
    expect((await walk('status=open&limit=2&order=desc')).ids).toEqual([...byPriority].reverse());
    expect((await walk('status=open&priority=1&limit=2')).ids).toEqual(byPriority.slice(3, 6));
    expect((await walk('index=byDue&limit=4')).ids).toEqual(ids);
  });

  test('a range that excludes one end is exact', async () => {
    table = await openTable(list());
    const ids = await fill(5, (place) => ({ status: 'open', priority: 1, due: `2024-01-0${place + 1}` }));
    expect((await walk('due:gt=2024-01-02&limit=2')).ids).toEqual(ids.slice(2));
    expect((await walk('status=open&priority=1&due:lte=2024-01-02')).ids).toEqual(ids.slice(0, 2));
  });

  test.each<[string, number[]]>([
    ['due:gte=2024-01-02&due:lt=2024-01-04', [1, 2]],
    ['due:gt=2024-01-02&due:lte=2024-01-04', [2, 3]],
    ['due:gt=2024-01-01&due:lt=2024-01-05&limit=1', [1, 2, 3]],
    ['due:gte=2024-01-02&due:lte=2024-01-02', [1]],
    ['due:gt=2024-01-03&due:lt=2024-01-02', []],
    ['status=open&priority:gt=0&priority:lt=2', [0, 1, 2, 3, 4]],
  ])('a range with two bounds is one key condition: %s', async (query, places) => {
    table = await openTable(list());
    const ids = await fill(5, (place) => ({ status: 'open', priority: 1, due: `2024-01-0${place + 1}` }));
    expect((await walk(query)).ids).toEqual(places.map((place) => ids[place]));
    const { json } = await table.request('GET', '/todos/count', { query: query.replace('&limit=1', '') });
    expect(json).toEqual({ count: places.length, complete: true });
  });

  test('a filter reads on until the page is full, within a budget', async () => {
    table = await openTable(list());
    const ids = await fill(60, (place) => ({ status: 'open', priority: 1, due: '2024-01-01', completed: place % 20 === 19 }));
    const done = ids.filter((_, place) => place % 20 === 19);
    const { json } = await table.request('GET', '/todos', { query: 'completed=true&limit=2' });
    expect(json.items.map(({ id }: { id: string }) => id)).toEqual(done.slice(0, 2));
    expect(table.actions()).toEqual(Array(5).fill('Query'));
    expect((await walk('completed=true&limit=1')).ids).toEqual(done);
  });

  test('a short page with a cursor is no end', async () => {
    table = await openTable(list());
    await fill(200, () => ({ status: 'open', priority: 1, due: '2024-01-01', completed: false }));
    const { json } = await table.request('GET', '/todos', { query: 'completed=true&limit=1' });
    expect(json).toEqual({ items: [], nextCursor: expect.any(String) });
    expect(table.actions()).toHaveLength(5);
  });

  test('the item of a cursor can be deleted', async () => {
    table = await openTable(list());
    const ids = await fill(4);
    const { json } = await table.request('GET', '/todos', { query: 'limit=2' });
    await table.request('DELETE', `/todos/${ids[1]}`);
    expect((await walk(`limit=2&cursor=${json.nextCursor}`)).ids).toEqual(ids.slice(2));
  });

  test('fields choose what is shown, and HEAD shows nothing', async () => {
    table = await openTable(list());
    await fill(1, () => ({ status: 'open', priority: 1, due: '2024-01-01', secret: 'x' }));
    const { json } = await table.request('GET', '/todos', { query: 'fields=due,status' });
    expect(JSON.stringify(json.items[0])).toBe('{"status":"open","due":"2024-01-01"}');
    expect((await table.request('HEAD', '/todos')).body).toBeUndefined();
    expect((await table.request('GET', '/todos')).json.items[0].secret).toBeUndefined();
  });

  test('a count is bounded, and honest about it', async () => {
    table = await openTable(list());
    await fill(5);
    expect((await table.request('GET', '/todos/count', { query: 'completed:exists=false' })).json).toEqual({ count: 5, complete: true });
    expect((await table.request('GET', '/todos/count', { query: 'order=asc' })).statusCode).toBe(400);
  });
});

test('a count that does not end is not complete', async () => {
  const { calls, request } = openFunction([{ Count: 10, LastEvaluatedKey: { id: { S: ID } } }], { model: list() });
  expect((await request('GET', '/todos/count')).json).toEqual({ count: 50, complete: false });
  expect(calls).toHaveLength(5);
});

test('a slow store ends the reading, too', async () => {
  let now = NOW;
  const { calls, request } = openFunction([() => ({ Items: [], LastEvaluatedKey: { _scope: { S: 's' }, id: { S: ID } } })], {
    model: list(), clock: () => now += 700,
  });
  expect((await request('GET', '/todos', { query: 'completed=true' })).json.nextCursor).toBeDefined();
  expect(calls.length).toBeLessThan(5);
});

test.each(['page', 'pageWithCount', 'bareArray'])('the body of a list: %s', async (form) => {
  const item = { _scope: { S: 's' }, id: { S: ID }, title: { S: 'x' }, status: { S: 'open' }, foreign: { S: 'SECRET' } };
  const { request } = openFunction([{ Items: [item], LastEvaluatedKey: item }], { model: list({ response: { list: form } }) });
  const { json, headers } = await request('GET', '/todos', { query: 'limit=1' });
  const items = [{ id: ID, title: 'x', status: 'open' }];
  const nextCursor = expect.any(String);
  expect(json).toEqual({ page: { items, nextCursor }, pageWithCount: { items, count: 1, nextCursor }, bareArray: items }[form]);
  expect(headers.Link).toMatch(/^<\/todos\?limit=1&cursor=[\w-]+>; rel="next"$/);
});

test('the next page is at the list\'s own path', async () => {
  const item = { _scope: { S: 's' }, id: { S: ID } };
  const model = todoModel({ settings: { list: { path: '/all' } } });
  const { headers } = await openFunction([{ Items: [item], LastEvaluatedKey: item }], { model }).request('GET', '/todos/all', { query: 'limit=1' });
  expect(headers.Link).toMatch(/^<\/todos\/all\?limit=1&cursor=[\w-]+>; rel="next"$/);
});

test('an envelope names the list, and the item', async () => {
  const settings = { list: { envelope: 'users' }, get: { envelope: 'user' } };
  const { request } = openFunction([{ Items: [] }, { Item: { id: { S: ID }, title: { S: 'x' } } }], { model: todoModel({ settings }) });
  expect((await request('GET', '/todos')).json).toEqual({ users: [] });
  expect((await request('GET', `/todos/${ID}`)).json).toEqual({ user: { id: ID, title: 'x' } });
  expect(OPERATION_DEFAULTS.list.envelope).toBeUndefined();
});
