import { crc32 } from 'node:zlib';
import { SignatureV4 } from '@smithy/signature-v4';
import { Output } from './call';
import { Connection, HttpAnswer } from './connection';
import { dynamoDbEndpoint } from './endpoint';
import { Send } from './execute';
import { Sha256 } from './sha-256';

/** An attempt without an answer by then has none, and the next one may. Two of them leave a client with an answer in less than three seconds. */
const ATTEMPT_TIMEOUT = 1400;

/** A refusal of the store, by its name: `ConditionalCheckFailedException` … */
export class StoreError extends Error {
  constructor(public readonly name: string, message: string, public readonly statusCode: number, public readonly requestId: string, members: object) {
    super(message);
    Object.assign(this, members);
  }
}

/**
 * Calls of DynamoDB by its documented low-level protocol, signed by the SDK's own signer.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html
 */
export function connect(environment: NodeJS.ProcessEnv): Send {
  const url = new URL(dynamoDbEndpoint(environment));
  const connection = new Connection(url);
  const signer = new SignatureV4({ service: 'dynamodb', region: environment.AWS_REGION ?? '', credentials: credentialsIn(environment), sha256: Sha256 });
  // the first call finds an open connection; only AWS itself is known to answer such a request
  if (!environment.AWS_ENDPOINT_URL_DYNAMODB) connection.send('GET', {}, '', ATTEMPT_TIMEOUT).catch(() => undefined);

  return async ({ action, input }, milliseconds) => {
    const body = JSON.stringify(input);
    const { headers } = await signer.sign({
      method: 'POST',
      protocol: url.protocol,
      hostname: url.hostname,
      path: '/',
      headers: { 'host': url.host, 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `DynamoDB_20120810.${action}` },
      body,
    });
    return outputOf(await connection.send('POST', headers, body, Math.min(ATTEMPT_TIMEOUT, milliseconds)));
  };
}

/** Lambda gives a function its credentials in the environment, fresh for the life of the process. */
function credentialsIn(environment: NodeJS.ProcessEnv): { accessKeyId: string; secretAccessKey: string; sessionToken?: string } {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = environment;
  if (!accessKeyId || !secretAccessKey) {
    throw new Error('no credentials: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY must be set, as Lambda sets them');
  }
  return { accessKeyId, secretAccessKey, sessionToken };
}

function outputOf({ status, headers, body }: HttpAnswer): Output {
  const checksum = headers['x-amz-crc32'];
  if (checksum !== undefined && Number(checksum) !== crc32(body)) throw new SyntaxError('the answer does not have the checksum that it names');
  const document = JSON.parse(body.toString()) as { __type?: string; message?: string; Message?: string };
  if (status === 200) return document as Output;
  const { __type = '', message, Message, ...members } = document;
  throw new StoreError(__type.replace(/^.*#/, ''), message ?? Message ?? '', status, String(headers['x-amzn-requestid']), members);
}
