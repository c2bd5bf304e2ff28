import { Auth, EntitySchema, Field, ServerlessCrudApi } from '../../../src';
import type { LocalCloud } from '../../../src/local';
import { httpApi, synthesizeStack } from '../support/cdk-app';
import { start } from '../support/clouds';
import { send } from '../support/http-client';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await start(synthesizeStack((stack) => {
    httpApi(stack, 'Foreign', { 'GET /todos': 'return 1' });
    for (const name of ['todo', 'note']) {
      new ServerlessCrudApi(stack, name, { schema: new EntitySchema(name, { title: Field.text() }), auth: Auth.none() });
    }
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

test.each([['?api=Foreign', 'Foreign'], ['?api=none', 'none']])('%s has none', async (query, name) => {
  expect(await ask(query)).toMatchObject({ status: 404, json: { message: `no API '${name}' of the app serves entities of this package` } });
});
