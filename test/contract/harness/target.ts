import { randomUUID } from 'node:crypto';
import { ApiDescription } from './api-description';
import { exchange } from './http';
import { RecordedCall } from './recorded-call';
import { get } from './requests';

/** A running API, or several, that cases are played against. */
export interface Target {
  /** The base URL of each collection that the target has, by the collection's path: `{ "/todos": "http://127.0.0.1:3000" }`. */
  readonly collections: { readonly [path: string]: string };
  /** What its OpenAPI document says, where cases are picked by it. @default - it has all that the cases ask for */
  readonly api?: ApiDescription;
  /** Tokens of callers, by the names that cases have for them. @default - none */
  readonly tokens?: { readonly [caller: string]: string };
  /** Whether its items may all be deleted. */
  readonly disposable: boolean;
  /** Whether nothing but the API answers there, on any path. */
  readonly ownsHost: boolean;
  /** Whether it is the local cloud, whose HTTP parser is known. */
  readonly local: boolean;
  /** The DynamoDB calls of a request, that many at least if there are; left out where no log can be asked. */
  callsOf?(collection: string, requestId: string, expected: number): Promise<readonly RecordedCall[]>;
  /** Puts a row into the table of a collection, where the store is at hand. */
  putRow?(collection: string, row: object): Promise<void>;
  /** A token for someone new, where there is an issuer at hand. */
  issueToken?(subject: string, claims: object): Promise<string>;
}

/** What a person or a program started before. */
export async function runningTarget(baseUrl: string, collections: readonly string[]): Promise<Target> {
  const log = await hasCallLog(baseUrl);
  return {
    collections: Object.fromEntries(collections.map((path) => [path, baseUrl])),
    disposable: false,
    ownsHost: await ownsHost(baseUrl),
    local: log,
    ...(log && { callsOf: (_collection: string, requestId: string, expected: number) => readCalls(baseUrl, requestId, expected) }),
  };
}

/** The record is complete a moment after the answer, or some seconds on a busy machine: the log is asked until then. */
const LOG_ATTEMPTS = 120;
const LOG_PAUSE_MS = 25;

export async function readCalls(baseUrl: string, requestId: string, expected: number): Promise<readonly RecordedCall[]> {
  for (let attempt = 1; ; attempt++) {
    const answer = await exchange(baseUrl, get(`/_console/requests/${requestId}`));
    const last = attempt === LOG_ATTEMPTS;
    if (answer.status === 200) {
      const { calls } = JSON.parse(answer.body.toString()) as { calls: RecordedCall[] };
      if (calls.length >= expected || last) return calls;
    } else if (last) {
      throw new Error(`the call log does not know request ${requestId} (status ${answer.status})`);
    }
    await new Promise((resume) => setTimeout(resume, LOG_PAUSE_MS));
  }
}

/** A page's server has another 404 than the API. */
async function ownsHost(baseUrl: string): Promise<boolean> {
  const { status, headers } = await exchange(baseUrl, get(`/${randomUUID()}`));
  return status === 404 && /^application\/problem\+json/.test(headers['content-type'] ?? '');
}

async function hasCallLog(baseUrl: string): Promise<boolean> {
  const answer = await exchange(baseUrl, get('/_console/requests')).catch((error: Error) => {
    throw new Error(`nothing answers at ${baseUrl} (${error.message}); start the API, or give another --base-url`);
  });
  return answer.status === 200 && /^application\/json/.test(answer.headers['content-type'] ?? '');
}
