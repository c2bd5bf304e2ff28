import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { httpApi, synthesizeStack, handler, table } from '../local/support/cdk-app';
import { COMMAND, runCommand } from '../local/support/command';
import { folderWith } from '../local/support/files';

const EMPTY = folderWith({});
const { version } = jest.requireActual<{ version: string }>('../../package.json');

test.each([['--version'], ['-v']])('%s prints the version', async (flag) => {
  expect(await runCommand([flag], EMPTY)).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test.each([[[]], [['help']], [['--help']], [['-h']], [['dev', '--help']], [['routes', '-h']]])('%j prints the help', async (args) => {
  const { code, stdout, stderr } = await runCommand(args, EMPTY);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^cdk-serverless-crud-api .*\n\nUsage: [^]*\ndev [^]*\nroutes [^]*\nopenapi [^]*\ntoken [^]*\ndoctor /);
});

describe('of an app that fails, all is told that its error says, without the stack', () => {
  const cases: [what: string, source: string, told: RegExp][] = [
    ['several lines', 'throw new Error("a: is wrong\\nb: is wrong")', /failed: Error: a: is wrong\nb: is wrong\n$/],
    ['more lines than anyone reads', 'throw new Error(Array(99).fill("wrong").join("\\n"))', /failed: Error: wrong\n(wrong\n){19}…\n$/],
    ['the place of a syntax error', '\nconst x = ;', /failed: SyntaxError: Unexpected token ';' \(.*app.js:2\)\n$/],
    ['what is no error', 'throw "a text"', /failed: a text\n$/],
  ];

  test.each(cases)('%s', async (_what, source, told) => {
    const { code, stderr } = await runCommand(['routes', '--app', 'node app.js'], folderWith({ 'app.js': source }));
    expect(stderr).toMatch(told);
    expect(code).toBe(1);
  });
});

test('a reader that has read enough ends a command quietly', () => {
  const { stdout, stderr } = spawnSync('bash', ['-c', `node ${JSON.stringify(COMMAND)} help | true; echo \${PIPESTATUS[0]}`], { encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: '0\n', stderr: '' });
});

describe('what is wrong is one line on standard error, and exit code 1', () => {
  const failing = folderWith({ 'cdk.json': '{ "app": "node app.js" }', 'app.js': 'console.log("noise"); throw new TypeError("todo.title: maxLength is -1")' });
  const cases: [what: string, args: string[], cwd: string, message: RegExp][] = [
    ['an unknown command', ['devv'], EMPTY, /^there is no command 'devv'; there are dev, doctor, openapi, routes, token$/],
    ['an unknown option', ['dev', '--prot', '1'], EMPTY, /^Unknown option '--prot'; --help lists the options$/],
    ['an argument too many', ['dev', 'cdk.out'], EMPTY, /^dev takes no argument 'cdk.out'; the app is given by --app$/],
    ['a port that is none', ['dev', '--port', '70000'], EMPTY, /^--port is '70000'; it must be a number from 0 to 65535$/],
    ['no cdk.json', ['dev'], EMPTY, /^there is no cdk.json in .*; run this in the folder of a CDK app, or give --app$/],
    ['a cdk.json without app', ['dev'], folderWith({ 'cdk.json': '{}' }), /cdk.json names no app; add "app": "node app.js", or give --app$/],
    ['a cdk.json that is no JSON', ['dev'], folderWith({ 'cdk.json': '{' }), /cdk.json is not JSON: /],
    ['a cdk.json that is no object', ['dev'], folderWith({ 'cdk.json': 'null' }), /cdk.json must be an object, got null$/],
    ['a cdk.json whose app is a list', ['dev'], folderWith({ 'cdk.json': '{ "app": ["node", "app.js"] }' }), /cdk.json: app must be a text, got \["node","app.js"\]$/],
    ['an app that throws', ['dev'], failing, /^the app \(node app.js\) failed: TypeError: todo.title: maxLength is -1$/],
    ['an app that cannot be started', ['dev', '--app', 'no-such-program'], EMPTY, /^the app \(no-such-program\) failed: .*not found$/],
    ['an app that exits', ['dev', '--app', 'exit 3'], EMPTY, /^the app \(exit 3\) failed: exit code 3$/],
    ['an app that writes nothing', ['dev', '--app', 'true'], EMPTY, /^the app \(true\) wrote no cloud assembly to .*cdk.out; does it call app.synth\(\)\?$/],
    ['a folder without an assembly', ['routes', '--app', '.'], EMPTY, /is not a cloud assembly/],
    ['a token for nobody', ['token'], EMPTY, /^--sub is missing: whose token is it\?$/],
    ['a lifetime that is none', ['token', '--sub', 'a', '--expires-in='], EMPTY, /^--expires-in is ''; it must be a whole number of seconds$/],
    ['a lifetime that looks like an option', ['token', '--sub', 'a', '--expires-in', '-5'], EMPTY, /^Option '--expires-in' argument is ambiguous; .*use '--expires-in=-XYZ'.$/],
    ['an address that is none', ['token', '--sub', 'a', '--url', 'nonsense'], EMPTY, /^--url is 'nonsense'; it must be an address such as http:\/\/127.0.0.1:3000$/],
    ['a claim of the issuer', ['token', '--sub', 'a', '--claim', 'aud=x'], EMPTY, /^--claim aud is not taken: the issuer says it; give --audience$/],
    ['a malformed claim', ['token', '--sub', 'a', '--claim', 'x'], EMPTY, /^--claim is 'x'; it must be NAME=VALUE$/],
    ['nobody to ask for a token', ['token', '--sub', 'a', '--url', 'http://127.0.0.1:1'], EMPTY, /^nothing answers at http:\/\/127.0.0.1:1; start the app with dev, or give --url$/],
  ];

  test.each(cases)('%s', async (_what, args, cwd, message) => {
    const { code, stderr } = await runCommand(args, cwd);
    const lines = stderr.trimEnd().split('\n');
    expect(lines.at(-1)).toMatch(message);
    expect(lines.filter((line) => !line.startsWith('  synthesizing …'))).toHaveLength(1);
    expect(code).toBe(1);
  });

  test('an explicit port in use', async () => {
    const assembly = synthesizeStack((stack) => httpApi(stack, 'Api', { 'GET /': 'return 1' }));
    const occupant = createServer();
    await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve));
    const { port } = occupant.address() as AddressInfo;
    const { code, stderr } = await runCommand(['dev', '--app', assembly, '--port', String(port)], EMPTY);
    occupant.close();
    expect({ code, stderr }).toEqual({ code: 1, stderr: `port ${port} is in use; end what uses it, or choose another with --port\n` });
  });
});

test('routes lists what is served by which function with which rights', async () => {
  const assembly = synthesizeStack((stack) => {
    const notes = table(stack, 'Notes');
    const reader = handler(stack, 'Reader', 'return 1');
    notes.grant(reader, 'dynamodb:GetItem', 'dynamodb:Query');
    httpApi(stack, 'Api', { 'GET /notes/{id}': reader });
  });
  const text = await runCommand(['routes', '--app', assembly], EMPTY);
  expect({ code: text.code, lines: text.stdout.trimEnd().split('\n').map((line) => line.split(/ {2,}/)) }).toEqual({
    code: 0,
    lines: [
      ['METHOD', 'PATH', 'OPERATION', 'AUTH', 'FUNCTION', 'IAM ACTIONS'],
      ['GET', '/notes/{id}', 'none', 'Test/Reader', 'dynamodb:GetItem dynamodb:Query'],
    ],
  });
  const json = await runCommand(['routes', '--app', assembly, '--json'], EMPTY);
  expect(JSON.parse(json.stdout)).toEqual([
    { api: 'Api', method: 'GET', path: '/notes/{id}', auth: 'none', function: 'Test/Reader', actions: ['dynamodb:GetItem', 'dynamodb:Query'] },
  ]);
});

test('doctor names what is missing and how to mend it', async () => {
  const { code, stdout } = await runCommand(['doctor'], EMPTY);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^ok {4}Node.js: .*\nFAIL {2}cdk.json: there is none in .*\nFAIL {2}aws-cdk-lib: it is not installed here; npm install aws-cdk-lib\n/);
  const json = JSON.parse((await runCommand(['doctor', '--json'], EMPTY)).stdout) as object[];
  expect(json).toContainEqual({ what: 'constructs', ok: false, found: 'it is not installed here; npm install constructs' });
});
