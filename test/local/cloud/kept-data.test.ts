import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AttributeType, TablePropsV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { handler, httpApi, synthesizeStack } from '../support/cdk-app';
import { start } from '../support/clouds';
import { send } from '../support/http-client';

const KEY = { name: 'id', type: AttributeType.STRING };

/** A table and a function that may do anything with it: the action and its input are the body. */
function storeApp(props: Partial<TablePropsV2> = {}): string {
  return synthesizeStack((stack) => {
    const store = new TableV2(stack, 'Store', { partitionKey: KEY, ...props });
    const lambda = handler(stack, 'F', 'const [action, input] = JSON.parse(Buffer.from(event.body, "base64")); return dynamo(action, input)', {
      environment: { TABLE_NAME: store.tableName },
    });
    store.grant(lambda, 'dynamodb:*');
    httpApi(stack, 'Api', { 'POST /': lambda });
  });
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
