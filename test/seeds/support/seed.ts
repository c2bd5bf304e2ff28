import { App, Stack } from 'aws-cdk-lib';
import { synthesize } from '../../local/support/cdk-app';
import { start } from '../../local/support/clouds';
import { send } from '../../local/support/http-client';

/** An answer, its body as JSON; undefined if it has none. */
export interface Answer<Body> {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Body;
}

export interface RequestParts {
  readonly headers?: Record<string, string>;
  readonly data?: string;
}

/** Sends `GET /todos`; the caller says what the answer's body is. */
export type Curl = <Body = unknown>(request: string, parts?: RequestParts) => Promise<Answer<Body>>;

/** What the server adds to an item that was just created. */
export const CREATED = {
  id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/) as string,
  createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
  updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
  version: 1,
};

/** What changes by itself with each write. */
export const UPDATED = { updatedAt: CREATED.updatedAt, version: 2 };

/** A configuration, complete as `docs/coming-from.md` has it. */
export type SeedStack = new (app: App, id: string) => Stack;

/** Runs a configuration on the local cloud for the tests of a file. */
export function seed(Configuration: SeedStack): Curl {
  let url: string;
  beforeAll(async () => {
    ({ url } = await start(synthesize((app) => new Configuration(app, 'Seed'))));
  });
  return async <Body>(request: string, { headers = {}, data }: RequestParts = {}) => {
    const [method, path] = request.split(' ');
    const { status, headers: answered, text } = await send(url + path, { method, headers, body: data });
    return { status, headers: answered, body: (text === '' ? undefined : JSON.parse(text)) as Body };
  };
}

/** A body as `curl -H 'Content-Type: application/json' -d` sends it. */
export function json(value: unknown): RequestParts {
  return { headers: { 'Content-Type': 'application/json' }, data: JSON.stringify(value) };
}

/** A body as `curl -d` sends it when nobody says what it is. */
export function unlabelled(data: string): RequestParts {
  return { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, data };
}

/** An answer with exactly this body. */
export function answer(status: number, body?: unknown): Answer<unknown> {
  return { status, body, headers: expect.anything() as Answer<unknown>['headers'] };
}

/** Problem details (RFC 9457) with this code. */
export function problem(status: number, code: string): Answer<unknown> {
  const headers = expect.objectContaining({ 'content-type': 'application/problem+json' }) as Answer<unknown>['headers'];
  return { status, body: expect.objectContaining({ status, code }) as unknown, headers };
}
