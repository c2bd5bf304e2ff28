import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { handler, httpApi, synthesizeStack, table } from '../local/support/cdk-app';
import { COMMAND, RunningCommand, runCommand } from '../local/support/command';
import { folderWith } from '../local/support/files';
import { send } from '../local/support/http-client';

/** An app that takes no CDK to run: it copies an assembly that was synthesized before. */
const APP = `
const { cpSync, rmSync, writeFileSync } = require('node:fs');
rmSync(process.env.CDK_OUTDIR, { recursive: true, force: true });
cpSync('prepared', process.env.CDK_OUTDIR, { recursive: true });
writeFileSync('context.json', process.env.CDK_CONTEXT_JSON);
const settings = require('./settings.json');
if (settings.says) { console.log(settings.says); console.error('and in the end: ' + settings.says); }
if (settings.fails) throw new Error('the settings say so');
`;

function assembly(body: string): string {
  return synthesizeStack((stack) => {
    const notes = table(stack, 'Notes');
    const lambda = handler(stack, 'F', body, { environment: { TABLE_NAME: notes.tableName } });
    notes.grant(lambda, 'dynamodb:PutItem', 'dynamodb:GetItem');
    httpApi(stack, 'Api', { 'GET /': lambda, 'PUT /': lambda });
  });
}

const VERSION_1 = `if (event.requestContext.http.method === 'PUT') return dynamo('PutItem', { Item: { id: { S: 'kept' } } });
  console.log('plain\\u001b[31m'); console.log('{"level":"INFO"}'); console.log('{"level":"ERROR","what":"bad"}');
  await new Promise((done) => setTimeout(done, Number(event.queryStringParameters?.wait ?? 0)));
  return { version: 1, pid: process.pid }`;
const VERSION_2 = "return { version: 2, ...await dynamo('GetItem', { Key: { id: { S: 'kept' } } }) }";

let prepared: string;
beforeAll(() => {
  prepared = assembly(VERSION_1);
});

/** A folder with an app in it. */
function appFolder(): string {
  const folder = folderWith({ 'cdk.json': '{ "app": "node app.js", "context": { "colour": "red" } }', 'app.js': APP, 'settings.json': '{}' });
  cpSync(prepared, join(folder, 'prepared'), { recursive: true });
  return folder;
}

test('what can be tried at an API with an authorizer gets its token', async () => {
  const authorizer = new HttpJwtAuthorizer('Jwt', 'https://issuer.example.com', { jwtAudience: ['app'] });
  const guarded = synthesizeStack((stack) => httpApi(stack, 'Api', { 'GET /notes': 'return event.requestContext.authorizer.jwt.claims.sub' }, { authorizer }));
  const command = new RunningCommand(['dev', '--port', '0', '--app', guarded], folderWith({}));
  commands.push(command);
  const [, line] = await command.says(/Try\n +(curl .*)\n/);
  const answer = spawnSync('bash', ['-c', line!.replace('npx cdk-serverless-crud-api', `node ${COMMAND}`)], { encoding: 'utf8' });
  expect(answer.stdout).toBe('ana');
});

const commands: RunningCommand[] = [];
afterEach(async () => {
  for (const command of commands.splice(0)) {
    command.signal('SIGKILL');
    await command.ended;
  }
});

async function dev(folder: string, ...args: string[]): Promise<{ command: RunningCommand; url: string }> {
  const command = new RunningCommand(['dev', '--port', '0', ...args], folder);
  commands.push(command);
  const [, url] = await command.says(/API +(http:\S+)[^]*Ctrl-C ends it/);
  return { command, url: url! };
}

function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}

test('dev synthesizes the app as the CDK does, and says what is served', async () => {
  const folder = appFolder();
  const { command, url } = await dev(folder);
  expect(command.stdout).toMatch(/^ {2}synthesizing … \d+\.\d s\n {2}starting … \d+\.\d s\n\n {2}API +http:\/\/127\.0\.0\.1:\d+ {2}\(Api\)\n {2}Console +http:\S+\/_console\n/);
  expect(command.stdout).toContain('    GET  /  Test/F\n');
  expect(command.stdout).toContain(`    curl ${url}/\n`);
  expect(JSON.parse(readFileSync(join(folder, 'context.json'), 'utf8'))).toMatchObject({ 'colour': 'red', 'aws:cdk:enable-path-metadata': true });
});

test('dev tells each request, and what functions have to say', async () => {
  const { command, url } = await dev(appFolder(), '--no-watch');
  await send(`${url}/?secret=1`);
  await send(url, { method: 'PUT', path: '/' });
  await command.says(/GET {4}\/ {2}200 {2}\d+ ms cold\n/);
  await command.says(/PUT {4}\/ {2}200 {2}\d+ ms {2}PutItem, 1 unit\n/);
  await command.says(/Test-F\S*: {"level":"ERROR","what":"bad"}\n/);
  expect(command.stdout).toMatch(/: plain\\u001b\[31m\n/);
  expect(command.stdout).not.toMatch(/INFO|secret/);
});

test('Ctrl-C lets requests finish, exits with 0 and leaves no process behind', async () => {
  const { command, url } = await dev(appFolder());
  const { pid } = JSON.parse((await send(url)).text) as { pid: number };
  const slow = send(`${url}/?wait=700`);
  await new Promise((resolve) => setTimeout(resolve, 200));
  command.signal('SIGINT');
  command.signal('SIGINT'); // npm passes on what the terminal has sent already
  expect(JSON.parse((await slow).text)).toMatchObject({ version: 1 });
  expect(await command.ended).toMatchObject({ code: 0, stderr: '' });
  expect(command.stdout).toContain('finishing 1 request; Ctrl-C again ends at once');
  expect(isAlive(pid)).toBe(false);
});

test('a second Ctrl-C ends at once', async () => {
  const { command, url } = await dev(appFolder());
  const { pid } = JSON.parse((await send(url)).text) as { pid: number };
  const slow = send(`${url}/?wait=8000`).catch((error: Error) => error);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const begun = Date.now();
  command.signal('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 700));
  command.signal('SIGTERM');
  expect((await command.ended).code).toBe(130);
  expect(Date.now() - begun).toBeLessThan(6000);
  await slow;
  expect(isAlive(pid)).toBe(false);
});

test('Ctrl-C while the app is synthesized ends both', async () => {
  const folder = folderWith({ 'cdk.json': '{ "app": "sleep 60 & echo $! > pid; wait" }' });
  const command = new RunningCommand(['dev'], folder);
  commands.push(command);
  while (!existsSync(join(folder, 'pid')) || readFileSync(join(folder, 'pid'), 'utf8') === '') await new Promise((resolve) => setTimeout(resolve, 10));
  command.signal('SIGINT');
  expect(await command.ended).toMatchObject({ code: 0, stderr: '' });
  expect(isAlive(Number(readFileSync(join(folder, 'pid'), 'utf8')))).toBe(false);
});

test('killed, it takes its functions with it', async () => {
  const { command, url } = await dev(appFolder());
  const { pid } = JSON.parse((await send(url)).text) as { pid: number };
  command.signal('SIGKILL');
  await command.ended;
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
});

test('a change is deployed anew with the items kept; one that fails leaves the app as it was', async () => {
  const folder = appFolder();
  const { command, url } = await dev(folder);
  await send(url, { method: 'PUT', path: '/' });

  writeFileSync(join(folder, 'settings.json'), '{ "fails": true }');
  while (!command.stderr.includes('\n')) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(command.stderr.split('\n')[0]).toBe('  settings.json changed; what was there before goes on: the app (node app.js) failed: Error: the settings say so');
  expect(JSON.parse((await send(url)).text)).toMatchObject({ version: 1 });

  rmSync(join(folder, 'prepared'), { recursive: true });
  renameSync(assembly(VERSION_2), join(folder, 'prepared'));
  writeFileSync(join(folder, 'settings.json'), '{}');
  await command.says(/ changed; deployed anew in \d+\.\d s\n/);
  let answer = '';
  while (!answer.includes('"version":2')) answer = (await send(url)).text;
  expect(JSON.parse(answer)).toEqual({ version: 2, status: 200, Item: { id: { S: 'kept' } } });

  // the app writes context.json whenever it is synthesized: that alone is no change
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const quiet = command.stdout;
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(command.stdout).toBe(quiet);
});

test('what the app writes while it is synthesized is told, then and at each change', async () => {
  const folder = appFolder();
  writeFileSync(join(folder, 'settings.json'), '{ "says": "good morning\\nto all" }');
  const { command } = await dev(folder);
  expect(command.stdout).toMatch(/^ {2}synthesizing …\n {4}good morning\n {4}to all\n {4}and in the end: good morning\n {4}to all\n {2}synthesizing … \d+\.\d s\n {2}starting …/);
  writeFileSync(join(folder, 'settings.json'), '{ "says": "good evening" }');
  await command.says(/\n {4}good evening\n {4}and in the end: good evening\n {2}.+ changed; deployed anew/);
  writeFileSync(join(folder, 'settings.json'), '{ "says": "good night", "fails": true }');
  await command.says(/\n {4}good night\n$/);
  while (!command.stderr.includes('\n')) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(command.stderr).toMatch(/^ {2}.+ changed; what was there before goes on: the app \(node app\.js\) failed: Error: the settings say so\n$/);
});

test('the build of cdk.json runs before the app, and what is kept in the folder is no change of the app', async () => {
  const folder = appFolder();
  renameSync(join(folder, 'app.js'), join(folder, 'source.js'));
  writeFileSync(join(folder, 'cdk.json'), '{ "app": "node app.js", "build": "cp source.js app.js" }');
  const { command, url } = await dev(folder, '--data', 'kept');
  for (let round = 0; round < 3; round += 1) await send(url, { method: 'PUT', path: '/' });
  expect(existsSync(join(folder, 'kept', 'dynamodb.log'))).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(command.stdout).not.toContain('changed');
  writeFileSync(join(folder, 'source.js'), 'a mistake');
  while (!command.stderr.includes('\n')) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(command.stderr).toMatch(/source\.js.* changed; what was there before goes on: the app \(node app\.js\) failed: SyntaxError/);
});

test('a build that fails is told', async () => {
  const folder = folderWith({ 'cdk.json': '{ "app": "node app.js", "build": "echo Error: no compiler; exit 3" }' });
  expect(await runCommand(['routes'], folder)).toMatchObject({ code: 1, stderr: expect.stringContaining('the build (echo Error: no compiler; exit 3) failed: Error: no compiler') });
});

test('a terminal that is closed ends it, and a function that is in a loop with it', async () => {
  const looping = synthesizeStack((stack) => httpApi(stack, 'Api', { 'GET /': 'require("node:fs").writeFileSync(event.queryStringParameters.file, String(process.pid)); for (;;);' }));
  const folder = folderWith({});
  const { command, url } = await dev(folder, '--app', looping);
  const file = join(folder, 'pid');
  const answer = send(`${url}/?file=${file}`).catch((error: Error) => error);
  while (!existsSync(file) || readFileSync(file, 'utf8') === '') await new Promise((resolve) => setTimeout(resolve, 10));
  command.signal('SIGHUP');
  expect(await command.ended).toMatchObject({ code: 0 });
  await answer;
  expect(isAlive(Number(readFileSync(file, 'utf8')))).toBe(false);
});

test('the port of the environment, if it is in use, makes place for the next free one, said aloud', async () => {
  const folder = appFolder();
  const { url } = await dev(folder);
  const { port } = new URL(url);
  const second = new RunningCommand(['dev', '--app', prepared], folder, { PORT: port });
  commands.push(second);
  await second.says(new RegExp(`port ${port} is in use; taking \\d+\\n`));
});

test('--json prints one line for programs, everything else on standard error', async () => {
  const command = new RunningCommand(['dev', '--app', prepared, '--port', '0', '--json'], folderWith({}));
  commands.push(command);
  const [line] = await command.says(/^.*\n/);
  expect(JSON.parse(line)).toMatchObject({ url: expect.any(String), apis: [{ name: 'Api' }], sites: [], outputs: [{ key: 'ApiUrl' }], notices: expect.any(Array) });
  await send((JSON.parse(line) as { url: string }).url);
  command.signal('SIGINT');
  expect((await command.ended).stdout).toBe(line);
});

test('token says that there is nothing to have one for', async () => {
  const { url } = await dev(appFolder());
  expect(await runCommand(['token', '--sub', 'ana', '--url', url], folderWith({}))).toEqual({
    code: 1, stdout: '', stderr: expect.stringMatching(/^no token: no route of the app has a JWT authorizer/),
  });
});
