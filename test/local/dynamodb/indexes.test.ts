import { Fixture, index, key, keySchema, SCOPE, tableInput } from './support';

/** Two attributes partition, two sort: what an index of the construct looks like, with the item's id as the last attribute. */
const BY_DUE = { byDue: [['_scope', 'status'], ['due', 'prio', 'id']] };

const ITEMS: Array<[id: string, status: string, due: string, prio: string]> = [
  ['a', 'open', '2026-01-01', '10'],
  ['b', 'open', '2026-01-01', '9'],
  ['c', 'open', '2026-01-01', '-1.5'],
  ['d', 'open', '2026-01-01', '9'],
  ['e', 'open', '2026-02-01', '0'],
  ['f', 'open', 'ä', '0'],
  ['g', 'done', '2026-01-01', '1'],
];

let todos: Fixture;

beforeEach(async () => {
  todos = await Fixture.open(tableInput(BY_DUE, { prio: 'N' }));
  for (const [id, status, due, prio] of ITEMS) await todos.put(id, { status: { S: status }, due: { S: due }, prio: { N: prio } });
  await todos.put('no-rank', { status: { S: 'open' }, due: { S: '2026-01-01' } });
  await todos.put('nothing');
});
afterEach(async () => todos.engine.close());

const VALUES: Record<string, object> = {
  ':scope': { S: SCOPE },
  ':open': { S: 'open' },
  ':jan': { S: '2026-01-01' },
  ':feb': { S: '2026-02-01' },
  ':year': { S: '2026' },
  ':nine': { N: '9.0' },
  ':minus': { N: '-1.5' },
  ':ten': { N: '10' },
  ':b': { S: 'b' },
  ':empty': { S: '' },
  ':long': { S: 'x'.repeat(1017) },
  ':huge': { S: 'x'.repeat(2048) },
};

const query = (condition: string, options: object = {}) => ({
  IndexName: 'byDue',
  KeyConditionExpression: condition,
  ExpressionAttributeNames: Object.fromEntries([['#s', '_scope'], ['#st', 'status']].filter(([name]) => new RegExp(`${name}\\b`).test(condition))),
  ExpressionAttributeValues: Object.fromEntries(Object.entries(VALUES).filter(([name]) => new RegExp(`${name}\\b`).test(condition))),
  ...options,
});

const OPEN = '#s = :scope AND #st = :open';

describe('an index of several attributes a side', () => {
  test.each([
    [OPEN, 'cbdaef'],
    [`${OPEN} AND due = :jan`, 'cbda'],
    [`due = :jan AND ${OPEN}`, 'cbda'],
    [`${OPEN} AND due > :jan`, 'ef'],
    [`${OPEN} AND due >= :jan`, 'cbdaef'],
    [`${OPEN} AND due < :feb`, 'cbda'],
    [`${OPEN} AND due <= :feb`, 'cbdae'],
    [`${OPEN} AND due BETWEEN :jan AND :feb`, 'cbdae'],
    [`${OPEN} AND begins_with(due, :year)`, 'cbdae'],
    [`${OPEN} AND due = :jan AND prio = :nine`, 'bd'],
    [`${OPEN} AND due = :jan AND prio > :minus`, 'bda'],
    [`${OPEN} AND due = :jan AND prio < :ten`, 'cbd'],
    [`${OPEN} AND due = :jan AND prio BETWEEN :minus AND :nine`, 'cbd'],
    [`${OPEN} AND due = :jan AND prio = :nine AND id > :b`, 'd'],
    [`(${OPEN}) AND (due = :jan)`, 'cbda'],
  ])('%s', async (condition, expected) => {
    expect((await todos.ids('Query', query(condition))).join('')).toBe(expected);
    expect((await todos.ids('Query', query(condition, { ScanIndexForward: false }))).reverse().join('')).toBe(expected);
  });

  test.each([
    ['#s = :scope', 'HASH key attributes status must have equality conditions specified in the query'],
    ['due = :jan AND #st = :open', 'HASH key attributes _scope must have equality'],
    ['#s = :scope AND #st > :open', 'HASH key attributes status must have equality'],
    [`${OPEN} AND prio = :nine`, 'RANGE key attributes due must have equality conditions specified in the query because a condition is present on key attribute prio'],
    [`${OPEN} AND due > :jan AND prio = :nine`, 'RANGE key attributes due must have equality'],
    [`${OPEN} AND id = :b`, 'RANGE key attributes due, prio must have equality'],
    [`${OPEN} AND title = :b`, 'Query condition missed key schema element: due'],
    [`${OPEN} AND due = :nine`, 'Condition parameter type does not match schema type'],
    [`${OPEN} AND due = :jan AND prio = :nine AND id = :b AND title = :b`, 'The number of query conditions (6) exceeds the number of key attributes defined in the schema (5)'],
    [`${OPEN} AND due <> :jan`, 'Invalid operator used in KeyConditionExpression: <>'],
    [`${OPEN} AND (due = :jan OR due = :feb)`, 'Invalid operator used in KeyConditionExpression: OR'],
    [`${OPEN} AND due = :jan AND due = :feb`, 'must only contain one condition per key'],
    ['#s = :scope AND #st = :empty', 'The AttributeValue for a key attribute cannot contain an empty string value. Key: status'],
    [`${OPEN} AND due >= :empty`, 'cannot contain an empty string value. Key: due'],
    [`${OPEN} AND begins_with(due, :empty)`, 'cannot contain an empty string value. Key: due'],
    [`${OPEN} AND due BETWEEN :empty AND :jan`, 'cannot contain an empty string value. Key: due'],
    ['#s = :scope AND #st = :huge', 'Size of hashkey has exceeded the maximum size limit of2048 bytes'],
    [`${OPEN} AND due > :huge`, 'Aggregated size of all range keys has exceeded the size limit of 1024 bytes'],
    [`${OPEN} AND due = :jan AND prio = :ten AND id BETWEEN :b AND :long`, 'Aggregated size of all range keys has exceeded the size limit of 1024 bytes'],
  ])('refuses %s', async (condition, message) => {
    const error = await todos.failure('Query', query(condition));
    expect(error.type).toBe('ValidationException');
    expect(error.message).toContain(message);
  });

  test.each([true, false])('is read in pages that miss and repeat nothing (forward: %s)', async (ScanIndexForward) => {
    const whole = await todos.ids('Query', query(OPEN, { ScanIndexForward }));
    const walked: string[] = [];
    let ExclusiveStartKey: object | undefined;
    do {
      const page = await todos.call('Query', query(OPEN, { ScanIndexForward, Limit: 1, ...(ExclusiveStartKey && { ExclusiveStartKey }) }));
      walked.push(...page.Items.map(({ id }: { id: { S: string } }) => id.S));
      ExclusiveStartKey = page.LastEvaluatedKey;
      if (ExclusiveStartKey) expect(Object.keys(ExclusiveStartKey).sort()).toEqual(['_scope', 'due', 'id', 'prio', 'status']);
      // What the page ended with may be gone when the next one is asked for.
      if (walked.length === 3) await todos.delete(walked[2]);
    } while (ExclusiveStartKey);
    expect(walked).toEqual(whole);
  });

  test.each([
    ['a key of the table alone', key('b')],
    ['one attribute too many', { ...key('b'), status: { S: 'open' }, due: { S: 'x' }, prio: { N: '1' }, title: { S: 'x' } }],
    ['an attribute of another type', { ...key('b'), status: { S: 'open' }, due: { N: '1' }, prio: { N: '1' } }],
    ['another partition', { ...key('b'), status: { S: 'done' }, due: { S: 'x' }, prio: { N: '1' } }],
    ['nothing', {}],
  ])('does not start from %s', async (_, ExclusiveStartKey) => {
    expect((await todos.failure('Query', query(OPEN, { ExclusiveStartKey }))).type).toBe('ValidationException');
  });

  test('is scanned, and holds no item without the whole key', async () => {
    expect((await todos.ids('Scan', { IndexName: 'byDue' })).sort().join('')).toBe('abcdefg');
  });

  test('follows its items', async () => {
    await todos.update('a', 'SET prio = :r', { ':r': { N: '-9' } });
    await todos.update('b', 'REMOVE due');
    await todos.delete('c');
    await todos.update('nothing', 'SET due = :d, prio = :r, #s = :s', { ':d': { S: '2027' }, ':r': { N: '1' }, ':s': { S: 'open' } }, {
      ExpressionAttributeNames: { '#s': 'status' },
    });
    expect(await todos.ids('Query', query(OPEN))).toEqual(['a', 'd', 'e', 'nothing', 'f']);
  });
});

describe('index keys', () => {
  const huge = { S: 'x'.repeat(1025) };
  test.each([
    ['of another type', { due: { N: '1' } }, 'Type mismatch for Index Key due Expected: S Actual: N IndexName: byDue'],
    ['that are no scalar', { prio: { L: [] } }, 'Type mismatch for Index Key prio Expected: N Actual: L IndexName: byDue'],
    ['that are null', { status: { NULL: true } }, 'Type mismatch for Index Key status Expected: S Actual: NULL IndexName: byDue'],
    ['that are empty', { due: { S: '' } }, 'cannot contain an empty string value'],
    ['that are too long', { status: { S: 'open' }, due: huge, prio: { N: '1' } }, 'Aggregated size of all range keys has exceeded the size limit of 1024 bytes'],
    ['whose partition is too long', { status: { S: 'x'.repeat(2048) }, due: { S: 'x' }, prio: { N: '1' } }, 'Size of hashkey has exceeded'],
  ])('%s are refused by every write', async (_, attributes, message) => {
    const refusals = [
      await todos.failure('PutItem', { Item: { ...key('x'), ...attributes } }),
      await todos.failure('BatchWriteItem', { RequestItems: { todos: [{ PutRequest: { Item: { ...key('x'), ...attributes } } }] } }),
      await todos.failure('UpdateItem', {
        Key: key('x'), AttributeUpdates: Object.fromEntries(Object.entries(attributes).map(([name, Value]) => [name, { Action: 'PUT', Value }])),
      }),
    ];
    for (const refusal of refusals) expect([refusal.type, refusal.message]).toEqual(['ValidationException', expect.stringContaining(message)]);
    expect(await todos.get('x')).toBeUndefined();
  });

  test('that no write could have made are left out of an index that comes later', async () => {
    await todos.put('empty', { kind: { S: '' } });
    await todos.put('long', { kind: { S: 'x'.repeat(3000) } });
    await todos.put('good', { kind: { S: 'x' } });
    await todos.call('UpdateTable', {
      AttributeDefinitions: [{ AttributeName: 'kind', AttributeType: 'S' }], GlobalSecondaryIndexUpdates: [{ Create: index('byKind', ['kind']) }],
    });
    expect(await todos.ids('Scan', { IndexName: 'byKind' })).toEqual(['good']);
  });

  test('that are older than their index do not stand in the way of other changes', async () => {
    await todos.put('old', { kind: { N: '1' } });
    await todos.call('UpdateTable', {
      AttributeDefinitions: [{ AttributeName: 'kind', AttributeType: 'S' }], GlobalSecondaryIndexUpdates: [{ Create: index('byKind', ['kind']) }],
    });
    await todos.update('old', 'SET title = :t', { ':t': { S: 'x' } });
    expect(await todos.ids('Scan', { IndexName: 'byKind' })).toEqual([]);
    expect((await todos.failure('UpdateItem', {
      Key: key('old'), UpdateExpression: 'SET kind = :k', ExpressionAttributeValues: { ':k': { N: '2' } },
    })).message).toContain('Type mismatch for Index Key kind');
  });
});

describe('projections', () => {
  test.each<[object, string[]]>([
    [{ ProjectionType: 'ALL' }, ['_scope', 'due', 'id', 'kind', 'prio', 'status']],
    [{ ProjectionType: 'KEYS_ONLY' }, ['_scope', 'id', 'kind']],
    [{ ProjectionType: 'INCLUDE', NonKeyAttributes: ['due'] }, ['_scope', 'due', 'id', 'kind']],
  ])('%j', async (projection, expected) => {
    await todos.put('a', { kind: { S: 'x' }, status: { S: 'open' }, due: { S: 'x' }, prio: { N: '1' } });
    await todos.call('UpdateTable', {
      AttributeDefinitions: [{ AttributeName: 'kind', AttributeType: 'S' }],
      GlobalSecondaryIndexUpdates: [{ Create: index('byKind', ['kind'], [], projection) }],
    });
    const { Items } = await todos.call('Scan', { IndexName: 'byKind' });
    expect(Items.map((item: object) => Object.keys(item).sort())).toEqual([expected]);
  });

  test('are all that a global index gives', async () => {
    await todos.call('UpdateTable', {
      AttributeDefinitions: [{ AttributeName: 'kind', AttributeType: 'S' }],
      GlobalSecondaryIndexUpdates: [{ Create: index('byKind', ['kind'], [], { ProjectionType: 'KEYS_ONLY' }) }],
    });
    const search = { IndexName: 'byKind', KeyConditionExpression: 'kind = :k', ExpressionAttributeValues: { ':k': { S: 'x' } } };
    expect((await todos.failure('Query', { ...search, Select: 'ALL_ATTRIBUTES' })).message).toContain('projection type is not ALL');
    expect((await todos.failure('Query', { ...search, ProjectionExpression: 'due' })).message).toContain('does not project [due]');
    expect((await todos.failure('Query', { ...search, ConsistentRead: true })).message).toContain('Consistent reads are not supported');
    expect((await todos.failure('Query', { ...search, IndexName: 'other' })).message).toContain('does not have the specified index: other');
  });

  test('of a local index are completed from the table', async () => {
    const local = { ...index('byDue', ['_scope'], ['due'], { ProjectionType: 'KEYS_ONLY' }) };
    const fixture = await Fixture.open({
      ...tableInput(),
      AttributeDefinitions: ['_scope', 'id', 'due'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      LocalSecondaryIndexes: [local],
    });
    await fixture.put('b', { due: { S: '1' }, title: { S: 'x' } });
    await fixture.put('a', { due: { S: '2' } });
    const search = {
      IndexName: 'byDue',
      ConsistentRead: true,
      KeyConditionExpression: '#s = :s',
      ExpressionAttributeNames: { '#s': '_scope' },
      ExpressionAttributeValues: { ':s': { S: SCOPE } },
      ReturnConsumedCapacity: 'INDEXES',
    };
    expect((await fixture.call('Query', search)).Items).toEqual([{ ...key('b'), due: { S: '1' } }, { ...key('a'), due: { S: '2' } }]);
    const whole = await fixture.call('Query', { ...search, Select: 'ALL_ATTRIBUTES' });
    expect(whole.Items[0]).toMatchObject({ title: { S: 'x' } });
    expect(whole.ConsumedCapacity).toMatchObject({ Table: { CapacityUnits: 2 }, LocalSecondaryIndexes: { byDue: { CapacityUnits: 1 } } });
    await fixture.engine.close();
  });
});

describe('a key schema', () => {
  const create = async (elements: object[], definitions: string[]) => todos.failure('CreateTable', {
    ...tableInput(),
    TableName: 'other',
    AttributeDefinitions: ['_scope', 'id', ...definitions].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    GlobalSecondaryIndexes: [{ IndexName: 'gsi', KeySchema: elements, Projection: { ProjectionType: 'ALL' } }],
  });
  const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'];

  test.each<[string, object[], string]>([
    ['five partition attributes', keySchema([a, b, c, d, e]), 'exceeds the maximum allowed number of HASH key attributes'],
    ['five sort attributes', keySchema(['_scope'], [a, b, c, d, e]), 'exceeds the maximum allowed number of RANGE key attributes'],
    ['one attribute twice', keySchema([a], [b, b]), 'multiple key attributes with the same name'],
    ['one attribute on both sides', keySchema([a], [a]), 'the same name'],
    ['a partition attribute after a sort attribute', [...keySchema([a], [b]), ...keySchema([c])], 'must precede'],
    ['no partition attribute', keySchema([], [a]), 'not a HASH key type'],
    ['an attribute without type', keySchema(['absent']), 'not defined in AttributeDefinitions'],
  ])('of %s is refused', async (_, elements, message) => {
    const used = [a, b, c, d, e].filter((name) => JSON.stringify(elements).includes(`"${name}"`));
    const error = await create(elements, used);
    expect(error.type).toBe('ValidationException');
    expect(error.message).toContain(message);
  });

  test('of four attributes on either side is fine', async () => {
    const names = ['h1', 'h2', 'h3', 'h4', 'r1', 'r2', 'r3', 'r4'];
    const wide = await Fixture.open(tableInput({ wide: [names.slice(0, 4), names.slice(4)] }));
    const attributes = Object.fromEntries(names.map((name) => [name, { S: name }]));
    await wide.put('1', attributes);
    const found = await wide.ids('Query', {
      IndexName: 'wide',
      KeyConditionExpression: names.map((name) => `${name} = :${name}`).join(' AND '),
      ExpressionAttributeValues: Object.fromEntries(names.map((name) => [`:${name}`, { S: name }])),
    });
    expect(found).toEqual(['1']);
    await wide.engine.close();
  });
});
