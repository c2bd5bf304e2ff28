import { Fixture, index as indexOf, key, SCOPE, tableInput, WHOLE_SCOPE } from './support';

let todos: Fixture;

beforeEach(async () => { todos = await Fixture.open(tableInput()); });
afterEach(async () => todos.engine.close());

const IDS = ['a', 'aa', 'b', 'z', 'zz', 'ß', 'ﬀ', '😀'];

describe('a query of the table', () => {
  beforeEach(async () => {
    for (const id of [...IDS].reverse()) await todos.put(id, { size: { N: String(id.length) } });
    await todos.call('PutItem', { Item: { _scope: { S: 'other' }, id: { S: 'a' } } });
  });

  test('is in the order of UTF-8 bytes', async () => {
    expect(await todos.ids('Query', WHOLE_SCOPE)).toEqual(IDS);
    expect(await todos.ids('Query', { ...WHOLE_SCOPE, ScanIndexForward: false })).toEqual([...IDS].reverse());
  });

  test('counts its limit before the filter', async () => {
    const filtered = {
      ...WHOLE_SCOPE,
      FilterExpression: '#size = :two',
      ExpressionAttributeNames: { '#scope': '_scope', '#size': 'size' },
      ExpressionAttributeValues: { ':scope': { S: SCOPE }, ':two': { N: '2' } },
    };
    expect(await todos.call('Query', { ...filtered, Limit: 3 })).toEqual({
      Items: [{ ...key('aa'), size: { N: '2' } }], Count: 1, ScannedCount: 3, LastEvaluatedKey: key('b'),
    });
    expect(await todos.call('Query', { ...filtered, Select: 'COUNT' })).toEqual({ Count: 3, ScannedCount: 8 });
  });

  test('says where it ended, even if nothing is left', async () => {
    const page = await todos.call('Query', { ...WHOLE_SCOPE, Limit: IDS.length });
    expect(page.LastEvaluatedKey).toEqual(key('😀'));
    expect(await todos.call('Query', { ...WHOLE_SCOPE, ExclusiveStartKey: page.LastEvaluatedKey })).toEqual({ Items: [], Count: 0, ScannedCount: 0 });
  });

  test('may name the value before the attribute', async () => {
    const input = { ExpressionAttributeNames: { '#scope': '_scope' }, ExpressionAttributeValues: { ':scope': { S: SCOPE }, ':z': { S: 'z' } } };
    expect(await todos.ids('Query', { ...input, KeyConditionExpression: ':scope = #scope AND :z <= id' }))
      .toEqual(await todos.ids('Query', { ...input, KeyConditionExpression: '#scope = :scope AND id >= :z' }));
  });

  test.each<[string, object]>([
    ['a filter on the key', { FilterExpression: 'id = :scope' }],
    ['a start in another partition', { ExclusiveStartKey: { _scope: { S: 'other' }, id: { S: 'a' } } }],
    ['a limit of zero', { Limit: 0 }],
    ['an unknown way to select', { Select: 'EVERYTHING' }],
    ['projected attributes without an index', { Select: 'ALL_PROJECTED_ATTRIBUTES' }],
    ['specific attributes without saying which', { Select: 'SPECIFIC_ATTRIBUTES' }],
    ['a count of some attributes', { Select: 'COUNT', ProjectionExpression: 'id' }],
    ['an unused value', { ExpressionAttributeValues: { ':scope': { S: SCOPE }, ':unused': { S: 'x' } } }],
    ['an unused name', { ExpressionAttributeNames: { '#scope': '_scope', '#unused': 'x' } }],
    ['both kinds of conditions', { KeyConditions: { _scope: { ComparisonOperator: 'EQ', AttributeValueList: [{ S: SCOPE }] } } }],
  ])('with %s is refused', async (_, options) => {
    expect((await todos.failure('Query', { ...WHOLE_SCOPE, ...options })).type).toBe('ValidationException');
  });

  test('takes the conditions from before expressions', async () => {
    const equals = (S: string) => ({ ComparisonOperator: 'EQ', AttributeValueList: [{ S }] });
    const KeyConditions = { _scope: equals(SCOPE), id: { ComparisonOperator: 'BEGINS_WITH', AttributeValueList: [{ S: 'z' }] } };
    const QueryFilter = { size: { ComparisonOperator: 'GT', AttributeValueList: [{ N: '1' }] } };
    expect(await todos.ids('Query', { KeyConditions })).toEqual(['z', 'zz']);
    expect(await todos.ids('Query', { KeyConditions, QueryFilter })).toEqual(['zz']);
  });
});

describe('keys of every type', () => {
  test.each<['S' | 'N' | 'B', string[]]>([
    ['N', ['-1e125', '-100', '-20', '-1.5', '-1', '-1e-130', '0', '1e-130', '0.01', '1', '1.5', '9', '10', '20', '1e125']],
    ['B', ['AA==', 'AAA=', 'AAAA', 'AAE=', 'AQ==', 'fw==', 'gA==', '/w==', '/wA=', '//8=']],
    ['S', ['\u0000', '\u0000\u0000', '\u0000\u0001', '\u0001', 'a', 'a\u0000', 'a\u0000b', 'a\u0001', 'b']],
  ])('%s keep their order, equality and range', async (type, sorted) => {
    const fixture = await Fixture.open({ ...tableInput(), AttributeDefinitions: [{ AttributeName: '_scope', AttributeType: 'S' }, { AttributeName: 'id', AttributeType: type }] });
    const shuffled = [...sorted].sort((a, b) => (a + b).length % 3 - 1);
    for (const [index, value] of shuffled.entries()) await fixture.call('PutItem', { Item: { _scope: { S: SCOPE }, id: { [type]: value }, n: { N: String(index) } } });
    const found = async (condition: string, value?: string) => {
      const { Items } = await fixture.call('Query', {
        ...WHOLE_SCOPE,
        KeyConditionExpression: `#scope = :scope${condition}`,
        ExpressionAttributeValues: { ':scope': { S: SCOPE }, ...(value !== undefined && { ':v': { [type]: value } }) },
      });
      return Items.map((item: { n: { N: string } }) => shuffled[Number(item.n.N)]);
    };
    expect(await found('')).toEqual(sorted);
    for (const [index, value] of sorted.entries()) {
      expect(await found(' AND id = :v', value)).toEqual([value]);
      expect(await found(' AND id < :v', value)).toEqual(sorted.slice(0, index));
      expect(await found(' AND id >= :v', value)).toEqual(sorted.slice(index));
    }
    await fixture.engine.close();
  });
});

describe('a scan', () => {
  const ids = Array.from({ length: 200 }, (_, index) => `id-${index}`);

  test('in segments reads everything once', async () => {
    for (const id of ids) await todos.call('PutItem', { Item: { _scope: { S: id }, id: { S: id } } });
    const segments = await Promise.all([0, 1, 2, 3, 4, 5, 6].map(async (Segment) => todos.ids('Scan', { Segment, TotalSegments: 7 })));
    expect(segments.every((segment) => segment.length > 0)).toBe(true);
    expect(segments.flat().sort()).toEqual([...ids].sort());
  });

  test('of a segment does not start in another one', async () => {
    for (const id of ids) await todos.call('PutItem', { Item: { _scope: { S: id }, id: { S: id } } });
    const { LastEvaluatedKey } = await todos.call('Scan', { Segment: 1, TotalSegments: 2, Limit: 1 });
    expect((await todos.failure('Scan', { Segment: 0, TotalSegments: 2, ExclusiveStartKey: LastEvaluatedKey })).type).toBe('ValidationException');
  });

  test('ends a page at 1 MB', async () => {
    for (const id of ids.slice(0, 30)) await todos.put(id, { text: { S: 'x'.repeat(100 * 1024) } });
    let [pages, count, start]: [number, number, object | undefined] = [0, 0, undefined];
    do {
      const page: { Items: object[]; LastEvaluatedKey?: object } = await todos.call('Scan', { ...(start && { ExclusiveStartKey: start }) });
      [pages, count, start] = [pages + 1, count + page.Items.length, page.LastEvaluatedKey];
    } while (start);
    expect([pages, count]).toEqual([3, 30]);
  });

  test('that is strong costs twice as much, and no global index has one', async () => {
    await todos.put('large', { text: { S: 'x'.repeat(9 * 1024) } });
    const units = async (ConsistentRead: boolean) => (await todos.call('Scan', { ConsistentRead, ReturnConsumedCapacity: 'TOTAL' })).ConsumedCapacity.CapacityUnits;
    expect([await units(true), await units(false)]).toEqual([3, 1.5]);
    await todos.call('UpdateTable', {
      AttributeDefinitions: [{ AttributeName: 'kind', AttributeType: 'S' }], GlobalSecondaryIndexUpdates: [{ Create: indexOf('byKind', ['kind']) }],
    });
    expect((await todos.failure('Scan', { IndexName: 'byKind', ConsistentRead: true })).message).toContain('Consistent reads are not supported on global secondary indexes');
  });

  test.each<[string, object]>([
    ['a segment without their number', { Segment: 1 }],
    ['their number without a segment', { TotalSegments: 2 }],
    ['a segment that is none', { Segment: 2, TotalSegments: 2 }],
  ])('of %s is refused', async (_, options) => {
    expect((await todos.failure('Scan', options)).type).toBe('ValidationException');
  });
});
