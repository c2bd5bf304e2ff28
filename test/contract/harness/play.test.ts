import { caseFiles } from '../cases';
import { ExpectedCall } from './calls';
import { Case, Exchange } from './case';
import { comparableBytes } from './comparable-bytes';
import { anETag, anId, anInstant, Derived, Matcher } from './matchers';
import { Outcome, play } from './play';
import { problem } from './problems';
import { RecordedCall } from './recorded-call';
import { post } from './requests';
import { RIGHT, startStub, StubAnswer } from './stub-server';
import { runningTarget } from './target';
import { todos } from '../fixture/entities';

const create: Case = {
  name: 'a create',
  request: post('/todos', { title: 'stub' }),
  as: 'created',
  status: 201,
  headers: { Location: '/todos/{created.id}', ETag: anETag },
  body: { id: anId, title: 'stub', completed: false, createdAt: anInstant, updatedAt: anInstant, version: 1 },
  calls: [todos.putItem({ title: 'stub', completed: false }, { units: 1 })],
};

async function playAgainst(answer: StubAnswer, played: Case = create): Promise<Outcome> {
  const stub = await startStub(answer);
  try {
    return await play(played, await runningTarget(stub.url, ['/todos']));
  } finally {
    await stub.stop();
  }
}

const withHeaders = (headers: Record<string, string>): StubAnswer => ({ ...RIGHT, headers: { ...RIGHT.headers, ...headers } });
const withoutHeader = (name: string): StubAnswer =>
  ({ ...RIGHT, headers: Object.fromEntries(Object.entries(RIGHT.headers).filter(([other]) => other !== name)) });
const withBody = (members: object): StubAnswer => ({ ...RIGHT, body: { ...(RIGHT.body as object), ...members } });
const withCall = (change: (call: { input: Record<string, unknown> }) => void): StubAnswer => {
  const answer = structuredClone(RIGHT) as StubAnswer;
  change(answer.calls[0] as never);
  return answer;
};

test('a right answer passes, its calls compared', async () => {
  expect(await playAgainst(RIGHT)).toMatchObject({ failures: [], assertedCalls: true });
});

test.each<[string, StubAnswer, RegExp]>([
  ['another status', { ...RIGHT, status: 200 }, /^status: expected 201, got 200/],
  ['a missing header', withoutHeader('Location'), /^header Location: expected "\/todos\/.*", got absent/],
  ['a weak tag', withHeaders({ ETag: 'W/"1"' }), /^header ETag: expected a strong entity tag/],
  ['another value in the body', withBody({ title: 'other' }), /^body\/title: expected "stub", got "other"/],
  ['a member too many', withBody({ _token: 'x' }), /^body\/_token: expected absent/],
  ['a member too few', withBody({ version: undefined }), /^body\/version: expected 1, got absent/],
  ['a negative zero', { ...RIGHT, body: JSON.stringify(RIGHT.body).replace('"version":1', '"version":-0') }, /^body\/version: expected 1, got -0/],
  ['an id of another kind', withBody({ id: '42' }), /^body\/id: expected a UUIDv7/],
  ['no call', { ...RIGHT, calls: [] }, /^calls: expected PutItem, got none/],
  ['a call too many', { ...RIGHT, calls: [...RIGHT.calls, ...RIGHT.calls] }, /^calls: expected PutItem, got PutItem, PutItem/],
  ['another action', withCall((call) => Object.assign(call, { action: 'UpdateItem' })), /^calls\/1\/action: expected "PutItem", got "UpdateItem"/],
  ['a denied call', withCall((call) => Object.assign(call, { allowed: false })), /^calls\/1\/allowed: expected true, got false/],
  ['a failed call', withCall((call) => Object.assign(call, { error: 'ConditionalCheckFailedException' })), /^calls\/1\/error: expected absent/],
  ['a dearer call', withCall((call) => Object.assign(call, { capacityUnits: 2 })), /^calls\/1\/capacityUnits: expected 1, got 2/],
  ['an unconditional call', withCall(({ input }) => delete input.ConditionExpression), /^calls\/1\/input\/ConditionExpression: expected .*, got absent/],
  ['a wrong condition', withCall(({ input }) => Object.assign(input, { ConditionExpression: 'attribute_exists(#0)' })), /^calls\/1\/input\/ConditionExpression/],
  ['another attribute', withCall(({ input }) => Object.assign(input.Item as object, { extra: { S: 'x' } })), /^calls\/1\/input\/Item\/extra: expected absent/],
  ['an option too many', withCall(({ input }) => Object.assign(input, { ReturnValues: 'ALL_OLD' })), /^calls\/1\/input\/ReturnValues: expected absent/],
  ['no CORS', withoutHeader('Access-Control-Allow-Origin'), /Access-Control-Allow-Origin is not \*/],
  ['no nosniff', withoutHeader('X-Content-Type-Options'), /X-Content-Type-Options is not nosniff/],
  ['no request id', withoutHeader('X-Request-Id'), /X-Request-Id is missing/],
  ['another media type', withHeaders({ 'Content-Type': 'text/html' }), /Content-Type is text\/html/],
  ['a stack', withBody({ title: 'Error\n    at handler (/var/task/index.js:1:2)' }), /the answer tells/],
  ['the store named', withBody({ title: 'ResourceNotFoundException' }), /the answer tells ResourceNotFoundException/],
])('%s fails the case', async (_what, answer, failure) => {
  const { failures } = await playAgainst(answer);
  expect(failures).toContainEqual(expect.stringMatching(failure));
});

describe('problems', () => {
  const refused: Case = { name: 'refused', request: post('/todos', {}), status: 400, body: problem(400, 'validation-failed', [{ pointer: '/title' }]), calls: [] };
  const answer = (change: object = {}): StubAnswer => ({
    ...withHeaders({ 'Content-Type': 'application/problem+json' }),
    status: 400,
    calls: [],
    body: {
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: 'title is missing',
      instance: '/todos',
      code: 'validation-failed',
      requestId: RIGHT.headers['X-Request-Id'],
      errors: [{ pointer: '/title', code: 'required', detail: 'is required' }],
      ...change,
    },
  });

  test('a right one passes', async () => {
    expect((await playAgainst(answer(), refused)).failures).toEqual([]);
  });

  test.each([
    ['another code', { code: 'malformed-json' }],
    ['another pointer', { errors: [{ pointer: '/name', code: 'required', detail: 'is required' }] }],
    ['an error too many', { errors: [...Array(2)].map(() => ({ pointer: '/title', code: 'required', detail: 'is required' })) }],
    ['an error without a sentence', { errors: [{ pointer: '/title', code: 'required' }] }],
    ['a status that is not the answer\'s', { status: 422 }],
    ['a foreign request id', { requestId: 'other' }],
    ['no title', { title: undefined }],
    ['a member too many', { stack: 'x' }],
  ])('%s fails the case', async (_what, change) => {
    expect((await playAgainst(answer(change), refused)).failures).not.toEqual([]);
  });

  test('plain JSON is not a problem', async () => {
    const { failures } = await playAgainst({ ...answer(), headers: RIGHT.headers }, refused);
    expect(failures).toEqual(['Content-Type is application/json, not application/problem+json']);
  });
});

describe('calls at once', () => {
  const [put] = RIGHT.calls as [{ action: string }];
  const twoCalls = { ...RIGHT, calls: [put, { ...put, action: 'UpdateItem' }] };
  const [expected] = create.calls as readonly ExpectedCall[];
  const reversed = [{ ...expected, action: 'UpdateItem' }, expected];

  test('have no order', async () => {
    expect((await playAgainst(twoCalls, { ...create, calls: reversed, callsAtOnce: true })).failures).toEqual([]);
    expect((await playAgainst(twoCalls, { ...create, calls: reversed })).failures).not.toEqual([]);
  });

  test('are all compared', async () => {
    expect((await playAgainst(twoCalls, { ...create, calls: [expected, expected], callsAtOnce: true })).failures).not.toEqual([]);
  });
});

describe('an answer that has to be the same as another', () => {
  const twice = (after: Partial<Exchange>): Case => ({ ...create, after: [{ ...create, as: 'second', ...after }] });

  test('may differ in what is of its request and its moment', async () => {
    const moving = { ...RIGHT, body: { ...(RIGHT.body as object), createdAt: new Date().toISOString() } };
    expect((await playAgainst(moving, twice({ sameAs: 'created' }))).failures).toEqual([]);
  });

  test('differs where a header or the body does', () => {
    const answer = { status: 404, headers: { 'x-request-id': 'r=', 'etag': '"1-kzqf8a2b-a1b2c3-01234567"' }, body: Buffer.from('{"instance":"#r%3D","a":1}') };
    const same = comparableBytes(answer);
    expect(comparableBytes({ ...answer, headers: { 'x-request-id': 's=', 'etag': '"1-kzqf8a2c-_1-2c3-01234567"' }, body: Buffer.from('{"instance":"#s%3D","a":1}') })).toBe(same);
    for (const other of [{ status: 403 }, { headers: { ...answer.headers, allow: 'GET' } }, { headers: { ...answer.headers, etag: '"2-kzqf8a2b-a1b2c3-01234567"' } }, { body: Buffer.from('{}') }]) {
      expect(comparableBytes({ ...answer, ...other })).not.toBe(same);
    }
  });
});

test.each([[true, []], [false, ['calls: expected all of them denied']]])('calls are held to a rule: %s', async (holds, failures) => {
  const rule = new Derived(() => new Matcher('all of them denied', (calls) => (calls as RecordedCall[]).every(({ allowed }) => allowed === holds)));
  const played = await playAgainst(RIGHT, { ...create, calls: rule });
  expect(played.failures.map((failure) => failure.split(', got')[0])).toEqual(failures);
  expect(played.assertedCalls).toBe(true);
});

test('a case whose items cannot be made fails, and says why', async () => {
  const { failures } = await playAgainst({ ...RIGHT, status: 500, body: 'out of order' }, { ...create, given: { todo: { title: 'stub' } } });
  expect(failures).toEqual(['could not prepare the case: status 500, out of order']);
});

test('a server that is gone fails the case', async () => {
  const stub = await startStub(RIGHT);
  const target = await runningTarget(stub.url, ['/todos']);
  await stub.stop();
  expect((await play(create, target)).failures).not.toEqual([]);
});

test('without a call log the answer alone is judged', async () => {
  const stub = await startStub({ ...RIGHT, calls: [] }, false);
  try {
    expect(await play(create, await runningTarget(stub.url, ['/todos']))).toMatchObject({ failures: [], assertedCalls: false });
  } finally {
    await stub.stop();
  }
});

test('no two cases have one title', () => {
  const titles = caseFiles.flatMap(({ topic, cases }) => cases.map(({ name }) => `${topic}: ${name}`));
  expect(titles.filter((title, position) => titles.indexOf(title) !== position)).toEqual([]);
});
