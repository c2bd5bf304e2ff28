import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { AttributeType, TablePropsV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { IFunction } from 'aws-cdk-lib/aws-lambda';
import { handler, httpApi, synthesizeStack } from '../support/cdk-app';
import { start } from '../support/clouds';
import { send } from '../support/http-client';

const KEY = { name: 'id', type: AttributeType.STRING };

interface Rest {
  readonly outdir?: string;
  readonly more?: (stack: Stack, lambda: IFunction) => void;
}

/** A table and a function that may do anything with it: the action and its input are the body. */
function storeApp(props: Partial<TablePropsV2> = {}, { outdir, more }: Rest = {}): string {
  return synthesizeStack((stack) => {
    const store = new TableV2(stack, 'Store', { partitionKey: KEY, ...props });
    const lambda = handler(stack, 'F', 'const [action, input] = JSON.parse(Buffer.from(event.body, "base64")); return dynamo(action, input)', {
      environment: { TABLE_NAME: store.tableName },
    });
    store.grant(lambda, 'dynamodb:*');
    httpApi(stack, 'Api', { 'POST /': lambda });
    more?.(stack, lambda);
  }, outdir);
}

async function dynamo(url: string, action: string, input: object): Promise<Record<string, unknown>> {
  return JSON.parse((await send(url, { method: 'POST', path: '/', body: JSON.stringify([action, input]) })).text) as Record<string, unknown>;
}

const dataFolder = () => mkdtempSync(join(tmpdir(), 'data-'));
const item = { id: { S: 'a' }, colour: { S: 'red' } };
const BY_COLOUR = { indexName: 'byColour', partitionKey: { name: 'colour', type: AttributeType.STRING } };
const RED = { IndexName: 'byColour', KeyConditionExpression: 'colour = :c', ExpressionAttributeValues: { ':c': { S: 'red' } } };

test('items in a folder are there at the next start, with the indexes that the template has then', async () => {
  const dataDirectory = dataFolder();
  const first = await start(storeApp(), { dataDirectory });
  expect(await dynamo(first.url, 'PutItem', { Item: item })).toEqual({ status: 200 });
  await first.stop();

  const second = await start(storeApp({ globalSecondaryIndexes: [BY_COLOUR], timeToLiveAttribute: 'expires' }), { dataDirectory });
  expect(await dynamo(second.url, 'Query', RED)).toMatchObject({ Items: [item] });
  expect(await dynamo(second.url, 'DescribeTimeToLive', {})).toMatchObject({ TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: 'expires' } });
  await second.stop();

  const third = await start(storeApp(), { dataDirectory });
  expect(await dynamo(third.url, 'Query', RED)).toMatchObject({ status: 400 });
  expect(await dynamo(third.url, 'GetItem', { Key: { id: item.id } })).toMatchObject({ Item: item });
});

test('a table with other keys is refused, and so is a folder that another local cloud has open', async () => {
  const dataDirectory = dataFolder();
  const first = await start(storeApp(), { dataDirectory });
  await expect(start(storeApp(), { dataDirectory })).rejects.toThrow(dataDirectory);
  await first.stop();
  await expect(start(storeApp({ sortKey: { name: 'at', type: AttributeType.NUMBER } }), { dataDirectory })).rejects.toThrow(
    /^the stored table \S+ has other keys than the template's; start with another data folder$/,
  );
});

describe('a reload', () => {
  const OTHER_KEYS = { sortKey: { name: 'at', type: AttributeType.NUMBER } };

  test('that fails leaves the tables, and the addresses, as they were', async () => {
    const outdir = storeApp({ globalSecondaryIndexes: [BY_COLOUR] });
    const cloud = await start(outdir);
    await dynamo(cloud.url, 'PutItem', { Item: item });
    storeApp({}, {
      outdir,
      more: (stack, lambda) => {
        httpApi(stack, 'Second', { 'GET /': 'return 2' });
        lambda.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:GetItem'], resources: ['*'], conditions: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } }));
      },
    });
    await expect(cloud.reload()).rejects.toThrow('aws:SourceVpc');
    expect(await dynamo(cloud.url, 'Query', RED)).toMatchObject({ Items: [item] });
    expect(cloud.apis.map(({ name }) => name)).toEqual(['Api']);
  });

  test('with a table that cannot be made names it in a line, and changes nothing', async () => {
    const outdir = storeApp({ globalSecondaryIndexes: [BY_COLOUR] });
    const cloud = await start(outdir);
    await dynamo(cloud.url, 'PutItem', { Item: item });
    storeApp({ globalSecondaryIndexes: [{ ...BY_COLOUR, indexName: 'g' }] }, { outdir });
    await expect(cloud.reload()).rejects.toThrow(/^Test: Store\w+ \(Test\/Store\/Resource\): AWS::DynamoDB::GlobalTable cannot be run locally: .*Value 'g'.*$/);
    expect(await dynamo(cloud.url, 'Query', RED)).toMatchObject({ Items: [item] });
  });

  test('with other keys replaces a table in memory, and says so', async () => {
    const outdir = storeApp();
    const cloud = await start(outdir);
    await dynamo(cloud.url, 'PutItem', { Item: item });
    storeApp(OTHER_KEYS, { outdir });
    await cloud.reload();
    expect(cloud.notices).toContainEqual(expect.stringMatching(/^the keys of the table \S+ changed: it was replaced by an empty one, as CloudFormation does$/));
    expect(await dynamo(cloud.url, 'Scan', {})).toMatchObject({ Items: [] });
    expect(await dynamo(cloud.url, 'PutItem', { Item: { ...item, at: { N: '1' } } })).toEqual({ status: 200 });
  });

  test.each<[string, Partial<TablePropsV2>, RegExp]>([
    ['a name of its own', { tableName: 'store' }, /its keys changed, and TableName is given, so that it cannot be replaced; start anew, or give the table another name$/],
    ['protection from deletion', { deletionProtection: true }, /its keys changed, and it is protected from deletion; start anew/],
  ])('with other keys is refused for a table with %s', async (_, props, message) => {
    const outdir = storeApp(props);
    const cloud = await start(outdir);
    await dynamo(cloud.url, 'PutItem', { Item: item });
    storeApp({ ...props, ...OTHER_KEYS }, { outdir });
    await expect(cloud.reload()).rejects.toThrow(message);
    expect(await dynamo(cloud.url, 'GetItem', { Key: { id: item.id } })).toMatchObject({ Item: item });
  });
});
