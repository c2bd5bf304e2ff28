import { Auth, EntitySchema, Field, FunctionLayout, ServerlessCrudApi } from '../../../src';
import type { LocalCloud } from '../../../src/local';
import { httpApi, synthesizeStack } from '../support/cdk-app';
import { start } from '../support/clouds';
import { send } from '../support/http-client';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await start(synthesizeStack((stack) => {
    httpApi(stack, 'Foreign', { 'GET /todos': 'return 1' });
    const schemaOf = (name: string) => new EntitySchema(name, { title: Field.text() });
    for (const name of ['todo', 'note']) new ServerlessCrudApi(stack, name, { schema: schemaOf(name), auth: Auth.none() });
    new ServerlessCrudApi(stack, 'page', { schema: schemaOf('page'), auth: Auth.none(), functionLayout: FunctionLayout.SINGLE });
  }));
});

const ask = async (query = '') => {
  const { status, headers, text } = await send(cloud.url, { path: `/_console/openapi.json${query}` });
  return { status, type: headers['content-type'], json: JSON.parse(text) as { paths: object; servers: { url: string }[] } };
};

test('the first API with entities has its document beside the console, with the address where it is served', async () => {
  const { status, type, json: { paths, servers: [{ url }] } } = await ask();
  expect({ status, type, paths: Object.keys(paths) }).toEqual({ status: 200, type: 'application/json', paths: ['/todos', '/todos/{id}'] });
  expect(cloud.apis.find(({ url: known }) => known === url)?.routes.map(({ key }) => key)).toContain('POST /todos');
});

test('another API is asked for by its name', async () => {
  const { status, json: { paths } } = await ask('?api=Test-note');
  expect({ status, paths: Object.keys(paths) }).toEqual({ status: 200, paths: ['/notes', '/notes/{id}'] });
});

test('a function that takes any method of its paths is described by its operations', async () => {
  const { json: { paths } } = await ask('?api=Test-page');
  expect(Object.entries(paths).map(([path, methods]) => [path, Object.keys(methods as object).sort()])).toEqual([
    ['/pages', ['get', 'head', 'post']],
    ['/pages/{id}', ['delete', 'get', 'head', 'patch', 'put']],
  ]);
});

test.each([['?api=Foreign', 'Foreign'], ['?api=none', 'none']])('%s has none', async (query, name) => {
  expect(await ask(query)).toMatchObject({ status: 404, json: { message: `no API '${name}' of the app serves entities of this package` } });
});
