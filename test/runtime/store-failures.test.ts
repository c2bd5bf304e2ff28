import { conditionFailed, ID, openFunction, reset, storeError } from './fixtures/function';

const ITEM = { Item: { id: { S: ID }, title: { S: 'x' } } };
const network = (code: string) => Object.assign(new Error(`SECRET ${code}`), { code });
const named = (name: string) => Object.assign(new Error(`SECRET ${name}`), { name });

test.each<[Error, number, number]>([
  [storeError('ProvisionedThroughputExceededException'), 503, 3],
  [storeError('ThrottlingException'), 503, 3],
  [storeError('RequestLimitExceeded'), 503, 3],
  [storeError('InternalServerError', {}, 500), 503, 3],
  [storeError('ServiceUnavailable', {}, 503), 503, 3],
  [storeError('TransactionConflictException'), 503, 8],
  [storeError('ReplicatedWriteConflictException'), 503, 8],
  [reset(), 503, 3],
  [network('ECONNREFUSED'), 503, 3],
  [network('ENOTFOUND'), 503, 3],
  [network('EPIPE'), 503, 3],
  [network('ETIMEDOUT'), 503, 3],
  [named('TimeoutError'), 503, 2],
  [named('SyntaxError'), 503, 3],
  [storeError('ResourceNotFoundException'), 500, 1],
  [storeError('AccessDeniedException'), 500, 1],
  [storeError('ExpiredTokenException'), 500, 1],
  [storeError('UnrecognizedClientException'), 500, 1],
  [storeError('ValidationException'), 500, 1],
  [storeError('KMSAccessDeniedException'), 500, 1],
  [new TypeError('SECRET defect'), 500, 1],
])('%s is %i after %i attempts', async (error, status, attempts) => {
  const { calls, lines, request } = openFunction([error]);
  const answer = await request('GET', `/todos/${ID}`);
  expect(answer.statusCode).toBe(status);
  expect(calls).toHaveLength(attempts);
  expect(JSON.stringify(answer)).not.toMatch(/SECRET|arn:|todos\b(?!\/)|Exception|at /);
  expect(lines).toMatchObject([{ status, level: 'ERROR', calls: 1, attempts, ServerErrors: 1 }]);
});

test.each([
  [storeError('ThrottlingException'), [199, 398]],
  [reset(), [49, 99]],
])('waits grow, and more after %s', async (error, longest) => {
  const random = (size: number) => Buffer.alloc(size, 0xff);
  const { waits, request } = openFunction([error], { random });
  await request('GET', `/todos/${ID}`);
  expect(waits.map(Math.floor)).toEqual(longest);
});

test.each([
  storeError('ThrottlingException'), reset(), storeError('InternalServerError', {}, 500),
])('%s passes', async (error) => {
  const { calls, request } = openFunction([error, error, ITEM]);
  expect((await request('GET', `/todos/${ID}`)).statusCode).toBe(200);
  expect(calls[2]).toEqual(calls[0]);
});

test.each(['Item size has exceeded the maximum allowed size', 'Item size to update has exceeded the maximum allowed size'])('%s is 413', async (message) => {
  const { request } = openFunction([Object.assign(storeError('ValidationException'), { message })]);
  expect((await request('PATCH', `/todos/${ID}`, { body: { title: 'x' } })).json).toMatchObject({ status: 413, code: 'item-too-large' });
});

test('an invocation that is out of time makes no further attempt', async () => {
  let attempts = 0;
  let remaining = 520;
  const { request } = openFunction([], {
    send: async (_, milliseconds) => {
      attempts++;
      remaining -= milliseconds;
      throw named('TimeoutError');
    },
  });
  const answer = await request('GET', `/todos/${ID}`, { remainingTime: () => remaining });
  expect([answer.statusCode, attempts]).toEqual([503, 1]);
});

test('a failed condition says only what the item shows', async () => {
  const { request } = openFunction([conditionFailed()]);
  const answer = await request('DELETE', `/todos/${ID}`);
  expect(answer.json).toEqual({
    type: 'about:blank', title: 'Not Found', status: 404, detail: 'there is no such item', instance: '#req-1', code: 'not-found', requestId: 'req-1',
  });
});
