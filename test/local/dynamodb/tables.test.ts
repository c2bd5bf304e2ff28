import { Fixture, index, key, keySchema, TABLE_NAME, tableInput } from './support';

let todos: Fixture;

beforeEach(async () => { todos = await Fixture.open(tableInput({ byStatus: [['status'], ['id']] })); });
afterEach(async () => todos.engine.close());

const describeTable = async () => (await todos.call('DescribeTable', {})).Table;

describe('a table', () => {
  test('is active at once, and described', async () => {
    expect(await describeTable()).toMatchObject({
      TableName: TABLE_NAME,
      TableStatus: 'ACTIVE',
      TableArn: 'arn:aws:dynamodb:us-east-1:123456789012:table/todos',
      KeySchema: keySchema(['_scope'], ['id']),
      BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
      DeletionProtectionEnabled: false,
      ItemCount: 0,
      TableSizeBytes: 0,
      GlobalSecondaryIndexes: [{
        IndexName: 'byStatus', IndexStatus: 'ACTIVE', IndexArn: 'arn:aws:dynamodb:us-east-1:123456789012:table/todos/index/byStatus', ItemCount: 0, IndexSizeBytes: 0,
      }],
    });
  });

  test('counts its items and their size', async () => {
    await todos.put('1', { status: { S: 'open' } });
    await todos.put('2');
    await todos.put('2', { text: { S: 'ä' } });
    await todos.delete('3');
    const size = '_scope'.length + 'todo|collection|'.length + 'id1'.length;
    expect(await describeTable()).toMatchObject({
      ItemCount: 2,
      TableSizeBytes: 2 * size + 'statusopen'.length + 'text'.length + 2,
      GlobalSecondaryIndexes: [{ ItemCount: 1, IndexSizeBytes: size + 'statusopen'.length }],
    });
    await todos.delete('1');
    await todos.delete('2');
    expect(await describeTable()).toMatchObject({ ItemCount: 0, TableSizeBytes: 0, GlobalSecondaryIndexes: [{ ItemCount: 0, IndexSizeBytes: 0 }] });
  });

  test('is of an account and a region', async () => {
    const abroad = await Fixture.open(tableInput(), { accountId: '999999999999', region: 'cn-north-1', partition: 'aws-cn' });
    expect((await abroad.call('DescribeTable', {})).Table.TableArn).toBe('arn:aws-cn:dynamodb:cn-north-1:999999999999:table/todos');
    await abroad.engine.close();
  });

  test('is deleted with its items, unless it is protected', async () => {
    await todos.put('1');
    await todos.call('UpdateTable', { DeletionProtectionEnabled: true });
    expect((await todos.failure('DeleteTable', {})).message).toContain('protected against deletion');
    await todos.call('UpdateTable', { DeletionProtectionEnabled: false });
    expect((await todos.call('DeleteTable', {})).TableDescription.TableStatus).toBe('DELETING');
    expect((await todos.failure('GetItem', { Key: key('1') })).type).toBe('ResourceNotFoundException');
    await todos.call('CreateTable', tableInput());
    expect(await todos.ids('Scan')).toEqual([]);
  });

  test('is there once', async () => {
    expect((await todos.failure('CreateTable', tableInput())).type).toBe('ResourceInUseException');
  });

  test.each<[string, object]>([
    ['an attribute that no key uses', { AttributeDefinitions: ['_scope', 'id', 'status', 'x'].map((name) => ({ AttributeName: name, AttributeType: 'S' })) }],
    ['a key of three', { KeySchema: keySchema(['_scope'], ['id', 'status']) }],
    ['a key of two partition attributes', { KeySchema: keySchema(['_scope', 'id']) }],
    ['provisioned billing without throughput', { BillingMode: 'PROVISIONED' }],
    ['throughput on demand', { ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 } }],
    ['an empty list of indexes', { GlobalSecondaryIndexes: [] }],
    ['two indexes of one name', { GlobalSecondaryIndexes: [index('x', ['status']), index('x', ['id'])] }],
    ['21 indexes', { GlobalSecondaryIndexes: Array.from({ length: 21 }, (_, number) => index(`index-${number}`, ['status'])) }],
    ['an index that includes nothing', { GlobalSecondaryIndexes: [index('abc', ['status'], [], { ProjectionType: 'INCLUDE' })] }],
    ['a name of two letters', { TableName: 'ab' }],
    ['a name with a space', { TableName: 'a table' }],
  ])('with %s is refused', async (_, options) => {
    const input = { ...tableInput({ byStatus: [['status'], ['id']] }), TableName: 'other', ...options };
    expect((await todos.failure('CreateTable', input)).type).toBe('ValidationException');
  });

  test('may be provisioned, and change that', async () => {
    const { BillingMode: _, ...input } = tableInput() as { BillingMode: string };
    await todos.call('CreateTable', { ...input, TableName: 'other', ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 2 } });
    const table = await todos.call('UpdateTable', { TableName: 'other', ProvisionedThroughput: { ReadCapacityUnits: 3, WriteCapacityUnits: 4 } });
    expect(table.TableDescription).toMatchObject({ ProvisionedThroughput: { ReadCapacityUnits: 3, WriteCapacityUnits: 4 } });
  });

  test('remembers its options', async () => {
    const options = {
      TableClass: 'STANDARD_INFREQUENT_ACCESS',
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
      SSESpecification: { Enabled: true, SSEType: 'KMS' },
    };
    await todos.call('CreateTable', { ...tableInput(), TableName: 'other', ...options });
    expect((await todos.call('DescribeTable', { TableName: 'other' })).Table).toMatchObject({
      TableClassSummary: { TableClass: options.TableClass },
      StreamSpecification: options.StreamSpecification,
      LatestStreamArn: expect.stringContaining('table/other/stream/'),
      SSEDescription: { Status: 'ENABLED', SSEType: 'KMS' },
    });
  });
});

describe('tables', () => {
  test('are listed in pages', async () => {
    for (const TableName of ['beta', 'alpha', 'gamma']) await todos.call('CreateTable', { ...tableInput(), TableName });
    expect(await todos.call('ListTables', {})).toEqual({ TableNames: ['alpha', 'beta', 'gamma', 'todos'] });
    expect(await todos.call('ListTables', { Limit: 2 })).toEqual({ TableNames: ['alpha', 'beta'], LastEvaluatedTableName: 'beta' });
    expect(await todos.call('ListTables', { ExclusiveStartTableName: 'beta' })).toEqual({ TableNames: ['gamma', 'todos'] });
  });

  test.each(['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query', 'Scan', 'DescribeTable', 'DeleteTable', 'DescribeTimeToLive', 'DescribeContinuousBackups'])(
    'that are not there cannot be used: %s', async (action) => {
      const input = {
        TableName: 'absent',
        ...(action === 'PutItem' && { Item: key('1') }),
        ...(['GetItem', 'UpdateItem', 'DeleteItem'].includes(action) && { Key: key('1') }),
        ...(action === 'Query' && { KeyConditionExpression: 'id = :v', ExpressionAttributeValues: { ':v': { S: '1' } } }),
      };
      const error = await todos.failure(action, input);
      expect([error.statusCode, error.type]).toEqual([400, 'ResourceNotFoundException']);
    });
});

describe('indexes', () => {
  const byKind = {
    AttributeDefinitions: [{ AttributeName: 'kind', AttributeType: 'S' }], GlobalSecondaryIndexUpdates: [{ Create: index('byKind', ['kind'], ['id']) }],
  };
  const kinds = { IndexName: 'byKind', KeyConditionExpression: 'kind = :k', ExpressionAttributeValues: { ':k': { S: 'x' } } };

  test('are added to items that are there, and removed', async () => {
    await todos.put('1', { kind: { S: 'x' } });
    await todos.put('2', { kind: { N: '1' } });
    await todos.call('UpdateTable', byKind);
    expect(await todos.ids('Query', kinds)).toEqual(['1']);
    await todos.put('3', { kind: { S: 'x' } });
    expect(await todos.ids('Query', kinds)).toEqual(['1', '3']);
    const { TableDescription } = await todos.call('UpdateTable', { GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: 'byKind' } }] });
    expect(TableDescription.AttributeDefinitions).not.toContainEqual({ AttributeName: 'kind', AttributeType: 'S' });
    expect((await todos.failure('Query', kinds)).type).toBe('ValidationException');
  });

  test('of one name may come back with another key', async () => {
    await todos.put('1', { kind: { S: 'x' } });
    await todos.ids('Scan', { IndexName: 'byStatus' });
    await todos.call('UpdateTable', { GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: 'byStatus' } }] });
    await todos.call('UpdateTable', { ...byKind, GlobalSecondaryIndexUpdates: [{ Create: index('byStatus', ['kind']) }] });
    expect(await todos.ids('Scan', { IndexName: 'byStatus' })).toEqual(['1']);
  });

  test.each<[string, object, string]>([
    ['two at once', { GlobalSecondaryIndexUpdates: [{ Create: index('one', ['id']) }, { Create: index('two', ['id']) }] }, 'LimitExceededException'],
    ['one that is there', { GlobalSecondaryIndexUpdates: [{ Create: index('byStatus', ['id']) }] }, 'ValidationException'],
    ['one that is not there', { GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: 'absent' } }] }, 'ResourceNotFoundException'],
    ['one without its type', { GlobalSecondaryIndexUpdates: [{ Create: index('byKind', ['kind']) }] }, 'ValidationException'],
    ['nothing', {}, 'ValidationException'],
    ['no index', { GlobalSecondaryIndexUpdates: [] }, 'ValidationException'],
    ['a type that is another', { ...byKind, AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'N' }] }, 'ValidationException'],
  ])('cannot be changed by %s', async (_, changes, type) => {
    expect((await todos.failure('UpdateTable', changes)).type).toBe(type);
  });
});

describe('what belongs to a table', () => {
  const ResourceArn = 'arn:aws:dynamodb:us-east-1:123456789012:table/todos';

  test('tags', async () => {
    const tags = async () => (await todos.engine.call('ListTagsOfResource', { ResourceArn }) as { Tags: object[] }).Tags;
    await todos.engine.call('TagResource', { ResourceArn, Tags: [{ Key: 'a', Value: '1' }, { Key: '__proto__', Value: '2' }] });
    await todos.engine.call('TagResource', { ResourceArn, Tags: [{ Key: 'a', Value: '3' }] });
    expect(await tags()).toEqual([{ Key: 'a', Value: '3' }, { Key: '__proto__', Value: '2' }]);
    await todos.engine.call('UntagResource', { ResourceArn, TagKeys: ['a'] });
    expect(await tags()).toEqual([{ Key: '__proto__', Value: '2' }]);
    expect((await todos.failure('TagResource', { ResourceArn: `${ResourceArn}x`, Tags: [] })).type).toBe('ResourceNotFoundException');
  });

  test('continuous backups', async () => {
    const answer = (status: string) => ({
      ContinuousBackupsDescription: { ContinuousBackupsStatus: 'ENABLED', PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: status } },
    });
    expect(await todos.call('DescribeContinuousBackups', {})).toEqual(answer('DISABLED'));
    await todos.call('UpdateContinuousBackups', { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } });
    expect(await todos.call('DescribeContinuousBackups', {})).toEqual(answer('ENABLED'));
  });
});
