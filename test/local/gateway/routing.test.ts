import { DEFAULT_STAGE, useStand } from './stand';

const stand = useStand();

describe('route selection', () => {
  const DOCUMENTED = ['GET /pets/dog/1', 'GET /pets/dog/{id}', 'GET /pets/{proxy+}', 'ANY /{proxy+}', '$default'];
  const CRUD = ['GET /todos', 'POST /todos', 'GET /todos/{id}', 'GET /todos/count', 'ANY /todos/{id}', 'GET /{entity}/count', 'HEAD /todos'];

  test.each([
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html#http-api-develop-routes.evaluation
    [DOCUMENTED, 'GET', '/pets/dog/1', 'GET /pets/dog/1', undefined],
    [DOCUMENTED, 'GET', '/pets/dog/2', 'GET /pets/dog/{id}', { id: '2' }],
    [DOCUMENTED, 'GET', '/pets/cat/1', 'GET /pets/{proxy+}', { proxy: 'cat/1' }],
    [DOCUMENTED, 'POST', '/test/5', 'ANY /{proxy+}', { proxy: 'test/5' }],
    [DOCUMENTED, 'GET', '/pets/', 'GET /pets/{proxy+}', { proxy: '' }],
    [CRUD, 'GET', '/todos', 'GET /todos', undefined],
    [CRUD, 'HEAD', '/todos', 'HEAD /todos', undefined],
    [CRUD, 'GET', '/todos/count', 'GET /todos/count', undefined],
    [CRUD, 'GET', '/users/count', 'GET /{entity}/count', { entity: 'users' }],
    [CRUD, 'GET', '/todos/7', 'GET /todos/{id}', { id: '7' }],
    [CRUD, 'PUT', '/todos/count', 'ANY /todos/{id}', { id: 'count' }],
    [CRUD, 'GET', '/todos/a%2Fb%20c', 'GET /todos/{id}', { id: 'a/b c' }],
    [CRUD, 'GET', '/todos/%E0%A4%A', 'GET /todos/{id}', { id: '%E0%A4%A' }],
    [CRUD, 'GET', '/%74odos', 'GET /todos', undefined],
    [CRUD, 'GET', '/todos/..', 'GET /todos/{id}', { id: '..' }],
  ])('among %j: %s %s leads to %s', async (routes, method, path, routeKey, pathParameters) => {
    stand.serve({ routes });
    expect((await stand.call(method, path)).status).toBe(200);
    expect(stand.events[0]).toMatchObject({ routeKey, requestContext: { routeKey } });
    expect(stand.events[0]!.pathParameters).toEqual(pathParameters);
  });

  test.each([
    ['GET', '/'], ['GET', '/todos/'], ['GET', '//todos'], ['GET', '/todos/1/2'], ['DELETE', '/todos'], ['GET', '/Todos'],
    ['GET', '/x?y=/todos'], ['HEAD', '/todos'], ['OPTIONS', '/todos'],
  ])('%s %s is not found', async (method, path) => {
    stand.serve({ routes: ['GET /todos', 'POST /todos', 'GET /todos/{id}'] });
    const answer = await stand.call(method, path);
    expect(answer).toMatchObject({ status: 404, text: method === 'HEAD' ? '' : '{"message":"Not Found"}' });
    expect(stand.events).toHaveLength(0);
  });
});

describe('stages', () => {
  test('a named one is the first segment of the path, and stays in the event', async () => {
    stand.serve({ routes: ['GET /todos/{id}'], stages: [{ name: 'dev', variables: { colour: 'red' }, routeThrottles: {} }] });
    expect((await stand.call('GET', '/dev/todos/7')).status).toBe(200);
    expect(stand.events[0]).toMatchObject({
      rawPath: '/dev/todos/7',
      pathParameters: { id: '7' },
      stageVariables: { colour: 'red' },
      requestContext: { stage: 'dev', http: { path: '/dev/todos/7' } },
    });
    expect((await stand.call('GET', '/todos/7')).status).toBe(404);
  });

  test('the default one takes what names no other', async () => {
    stand.serve({ routes: ['GET /todos', 'GET /'], stages: [DEFAULT_STAGE, { name: 'dev', routeThrottles: {} }] });
    await stand.call('GET', '/todos');
    await stand.call('GET', '/dev/todos');
    await stand.call('GET', '/dev');
    expect(stand.events.map(({ requestContext }) => requestContext.stage)).toEqual(['$default', 'dev', 'dev']);
  });
});

describe('permissions', () => {
  test.each([
    ['GET /todos/{id}', 'GET', '/todos/7', '$default', 'GET/todos/{id}'],
    ['ANY /todos', 'PUT', '/todos', '$default', 'PUT/todos'],
    ['$default', 'GET', '/x', '$default', '$default'],
    ['GET /todos', 'GET', '/dev/todos', 'dev', 'GET/todos'],
  ])('a call of %s by %s %s comes from …/%s/%s', async (route, method, path, stage, resource) => {
    stand.serve({ routes: [route], stages: [{ name: stage, routeThrottles: {} }] });
    await stand.call(method, path);
    expect(stand.sourceArns).toEqual([`arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/${stage}/${resource}`]);
  });

  test('without one the function is not invoked', async () => {
    stand.serve({ permitted: false });
    expect(await stand.call('GET', '/')).toMatchObject({ status: 500, text: '{"message":"Internal Server Error"}' });
    expect(stand.events).toHaveLength(0);
    expect(stand.last.problem).toMatch(/permissions do not let arn:aws:execute-api:.* invoke it/);
  });
});
