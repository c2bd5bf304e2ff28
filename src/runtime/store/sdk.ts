import { Agent } from 'node:https';
import {
  BatchWriteItemCommand, DeleteItemCommand, DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand, ScanCommand, TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { Action, Output } from './call';
import { Send } from './execute';

const COMMANDS = {
  BatchWriteItem: BatchWriteItemCommand,
  DeleteItem: DeleteItemCommand,
  GetItem: GetItemCommand,
  PutItem: PutItemCommand,
  Query: QueryCommand,
  Scan: ScanCommand,
  TransactWriteItems: TransactWriteItemsCommand,
  UpdateItem: UpdateItemCommand,
} satisfies { [action in Action]: unknown };

type AnyCommand = new (input: object) => InstanceType<typeof GetItemCommand>;

/** The real store. Every setting that is left out the SDK would look up in files that a function does not have. */
export function connect(environment: NodeJS.ProcessEnv): Send {
  const { AWS_REGION: region, AWS_ENDPOINT_URL_DYNAMODB: endpoint } = environment;
  const httpsAgent = new Agent({ keepAlive: true, maxSockets: 50 });
  const client = new DynamoDBClient({
    region,
    ...(endpoint && { endpoint }),
    // the attempts are counted in execute.ts
    maxAttempts: 1,
    retryMode: 'standard',
    defaultsMode: 'standard',
    requestHandler: { connectionTimeout: 500, requestTimeout: 1500, throwOnRequestTimeout: true, httpsAgent },
  });
  return async ({ action, input }, abortSignal) => {
    const Command = COMMANDS[action] as unknown as AnyCommand;
    return await client.send(new Command(input), { abortSignal }) as Output;
  };
}
