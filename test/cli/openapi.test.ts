import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { ApiHost, Auth, EntitySchema, Field, ServerlessCrudApi } from '../../src';
import { httpApi, synthesizeStack } from '../local/support/cdk-app';
import { runCommand } from '../local/support/command';
import { folderWith } from '../local/support/files';

const ISSUER = 'https://issuer.example';

/** Todos that anyone may read and write, and notes for those with a token, at one API. */
function shop(stack: Stack): void {
  const todo = new EntitySchema('todo', { title: Field.text({ required: true }) });
  const note = new EntitySchema('note', { text: Field.text({ required: true }) });
  const { host } = new ServerlessCrudApi(stack, 'Todos', { schema: todo, auth: Auth.none() });
  new ServerlessCrudApi(stack, 'Notes', { schema: note, auth: Auth.jwt({ issuer: ISSUER, audience: ['app'] }), host });
}

let one: string;
let two: string;
beforeAll(() => {
  one = synthesizeStack((stack) => {
    shop(stack);
    httpApi(stack, 'Foreign', { 'GET /todos': 'return 1' });
  });
  two = synthesizeStack((stack) => {
    shop(stack);
    new ServerlessCrudApi(stack, 'Others', { schema: new EntitySchema('other', { name: Field.text() }), auth: Auth.none() });
  });
});

interface Document {
  readonly openapi: string;
  readonly info: object;
  readonly servers: { readonly url: string }[];
  readonly paths: Record<string, Record<string, { operationId: string; security?: object[] }>>;
  readonly components: { readonly securitySchemes: object };
}

async function openapi(...args: string[]): Promise<Document> {
  const { code, stdout, stderr } = await runCommand(['openapi', ...args], folderWith({}));
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/^ {2}synthesizing … [\d.]+ s\n$/) });
  return JSON.parse(stdout) as Document;
}

test('the document of the app\'s API is standard output', async () => {
  const { openapi: version, info, servers, paths, components } = await openapi('--app', one);
  expect(version).toBe('3.1.1');
  expect(info).toMatchObject({ title: 'Test-Todos', version: '1.0.0' });
  expect(servers).toEqual([{ url: '/', description: 'Where this document is' }]);
  expect(Object.keys(paths)).toEqual(['/todos', '/todos/{id}', '/notes', '/notes/{id}']);
  expect(paths['/todos'].post).toMatchObject({ operationId: 'createTodo', security: [] });
  expect(paths['/notes'].post).toMatchObject({ operationId: 'createNote', security: [{ bearer: [] }] });
  expect(components.securitySchemes).toEqual({ bearer: expect.objectContaining({ description: `A token of ${ISSUER} for app` }) });
});

test('what the template does not know is told by options', async () => {
  const { info, servers } = await openapi('--app', one, '--title', 'Lists', '--api-version', '2.1.0', '--server', 'https://api.example', '--server', '/v1');
  expect(info).toMatchObject({ title: 'Lists', version: '2.1.0' });
  expect(servers).toEqual([{ url: 'https://api.example' }, { url: '/v1' }]);
});

test('a stage with a name is where the API is', async () => {
  const schema = new EntitySchema('todo', { title: Field.text() });
  const staged = synthesizeStack((stack) => new ServerlessCrudApi(stack, 'Todos', { schema, auth: Auth.none(), host: ApiHost.http({ stageName: 'prod' }) }));
  const { servers, paths } = await openapi('--app', staged);
  expect([servers.map(({ url }) => url), Object.keys(paths)]).toEqual([['/prod'], ['/todos', '/todos/{id}']]);
});

test('of several APIs one is chosen', async () => {
  const { paths } = await openapi('--app', two, '--api', 'Test-Others');
  expect(Object.keys(paths)).toEqual(['/others', '/others/{id}']);
});

test('the document is written to a file', async () => {
  const folder = folderWith({});
  const { code, stdout } = await runCommand(['openapi', '--app', one, '--output', 'openapi.json'], folder);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(JSON.parse(readFileSync(join(folder, 'openapi.json'), 'utf8'))).toEqual(await openapi('--app', one));
});

describe('what is wrong names its remedy', () => {
  const cases: [what: string, args: () => string[], message: RegExp][] = [
    ['several APIs', () => ['--app', two], /^the app has 2 APIs: Test-Todos, Test-Others; choose one with --api$/],
    ['an unknown API', () => ['--app', two, '--api', 'Foreign'], /^--api is 'Foreign'; the app's APIs with entities are Test-Todos, Test-Others$/],
    ['no entity', () => ['--app', synthesizeStack((stack) => httpApi(stack, 'Api', { 'GET /': 'return 1' }))], /^no API of the app serves entities; add one with new ServerlessCrudApi/],
    ['an argument too many', () => ['openapi.json'], /^openapi takes no argument 'openapi.json'; the app is given by --app, the file by --output$/],
    ['a server that is no URL', () => ['--server', 'example'], /^--server is 'example'; it must be a URL, such as https:\/\/api.example.com, or a path$/],
    ['a file that cannot be written', () => ['--app', one, '--output', 'missing/openapi.json'], /^ENOENT: .*missing\/openapi.json/],
  ];

  test.each(cases)('%s', async (_what, args, message) => {
    const { code, stdout, stderr } = await runCommand(['openapi', ...args()], folderWith({}));
    expect({ code, stdout, message: stderr.trimEnd().split('\n').at(-1) }).toEqual({ code: 1, stdout: '', message: expect.stringMatching(message) });
  });
});
