import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';

/** What the stub answers, and the calls that it claims to have made. */
export interface StubAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly calls: readonly object[];
}

export const REQUEST_ID = 'e7c0ab4a-0ad1-4dd2-8f7a-0c1d4f0d7a11';
export const ITEM_ID = '0190163d-8694-739b-aea5-966c26f8ad90';

const AT = '2027-01-02T03:04:05.678Z';
const item = { id: ITEM_ID, title: 'stub', completed: false, createdAt: AT, updatedAt: AT, version: 1 };

/** A create that is right in everything. */
export const RIGHT: StubAnswer = {
  status: 201,
  headers: {
    'Content-Type': 'application/json',
    'Location': `/todos/${ITEM_ID}`,
    'ETag': '"1-abc-01234567"',
    'X-Request-Id': REQUEST_ID,
    'X-Content-Type-Options': 'nosniff',
    'Access-Control-Allow-Origin': '*',
  },
  body: item,
  calls: [{
    action: 'PutItem',
    allowed: true,
    capacityUnits: 1,
    input: {
      TableName: 'todos',
      Item: {
        _scope: { S: 'todo|collection|' },
        id: { S: ITEM_ID },
        title: { S: 'stub' },
        completed: { BOOL: false },
        createdAt: { S: AT },
        updatedAt: { S: AT },
        version: { N: '1' },
        _token: { S: 'c29tZSByYW5kb20' },
        _life: { S: '00a1z9' },
      },
      ConditionExpression: 'attribute_not_exists(#0)',
      ExpressionAttributeNames: { '#0': '_scope' },
      ReturnConsumedCapacity: 'TOTAL',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  }],
};

/** A server that gives one answer to everything, and keeps a call log and a document as the local cloud does. */
export async function startStub(answer: StubAnswer, hasLog = true, document: object = {}): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    request.resume();
    const isLog = request.url!.startsWith('/_console/');
    if (request.url!.startsWith('/_console/openapi.json')) response.setHeader('Content-Type', 'application/json').end(JSON.stringify(document));
    else if (isLog && !hasLog) response.writeHead(404).end();
    else if (isLog) response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ calls: answer.calls }));
    else response.writeHead(answer.status, answer.headers).end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((stopped) => {
      server.close(() => stopped());
      server.closeAllConnections();
    }),
  };
}
