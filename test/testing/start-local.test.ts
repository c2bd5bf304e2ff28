import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appOf } from './app';
import { start } from './clouds';
import { FAULT_KINDS, FaultKind as LocalFaultKind, startLocal as startSources } from '../../src/local';
import type { FaultKind, LocalCloud, StartOptions } from '../../src/testing';
import { temporaryFolder } from '../temporary-folder';

const list = async (cloud: LocalCloud) => (await fetch(`${cloud.url}/todos`)).json();
const folders = () => readdirSync(tmpdir()).sort();

/** A folder with an app that copies an assembly to where it is told. */
function commandApp(): string {
  const { directory: assembly } = appOf('todo', temporaryFolder('assembly')).synth();
  const folder = temporaryFolder('command-app');
  writeFileSync(join(folder, 'app.js'), `require('node:fs').cpSync(${JSON.stringify(assembly)}, process.env.CDK_OUTDIR, { recursive: true });`);
  return folder;
}

/** As the bundle that ships is used: what the local cloud takes and gives is what the types say. */
const startTyped: (options: { readonly assembly: string }) => Promise<LocalCloud> = startSources;
const kinds: readonly FaultKind[] = FAULT_KINDS;
const localKinds: readonly LocalFaultKind[] = kinds;

test('the types are those of the local cloud', () => {
  expect([startTyped, localKinds]).toEqual([startSources, FAULT_KINDS]);
});

test('an app is synthesized by the start, and stays where it was written', async () => {
  const folder = temporaryFolder('assembly');
  const cloud = await start({ app: appOf('todo', folder), port: 0 });
  expect(await list(cloud)).toEqual({ items: [] });
  expect(cloud.apis).toEqual([expect.objectContaining({ url: cloud.url })]);
  expect(cloud.outputs.map(({ value }) => value)).toContain(`${cloud.url}/todos`);
  await cloud.stop();
  await cloud.stop();
  expect(readdirSync(folder)).toContain('manifest.json');
});

test.each([undefined, 'false', 'true'])("an app is not judged by CloudFormation's rules, unless the environment says so: CDK_VALIDATION is %s", async (given) => {
  const { CDK_VALIDATION: before } = process.env;
  if (given === undefined) delete process.env.CDK_VALIDATION;
  else process.env.CDK_VALIDATION = given;
  const app = appOf('todo', temporaryFolder('assembly'));
  const seen: (string | undefined)[] = [];
  app.node.addValidation({ validate: () => (seen.push(process.env.CDK_VALIDATION), []) });
  const cloud = await start({ app });
  expect([seen, process.env.CDK_VALIDATION]).toEqual([[given ?? 'false'], given]);
  await cloud.stop();
  process.env.CDK_VALIDATION = before;
});

test('a command is run in its folder, and its assembly is removed at the end', async () => {
  const directory = commandApp();
  const before = folders();
  const cloud = await start({ app: 'node app.js', directory });
  expect(await list(cloud)).toEqual({ items: [] });
  await cloud.stop();
  expect(folders()).toEqual(before);
  expect(readdirSync(directory)).toEqual(['app.js']);
});

test('calls to DynamoDB meet the faults that a seed says', async () => {
  const cloud = await start({ app: appOf('todo', temporaryFolder('assembly')), chaos: { seed: 7, rates: { throttle: 1 } } });
  const answer = await fetch(`${cloud.url}/todos`);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, expect.any(String)]);
  const { calls } = cloud.requests.find(answer.headers.get('x-request-id')!)!;
  expect(new Set(calls.map(({ fault }) => fault))).toEqual(new Set(['throttle']));
});

describe('what cannot be started is one clear error and leaves nothing behind', () => {
  const empty = temporaryFolder('empty');
  const cases: [what: string, options: StartOptions, message: RegExp][] = [
    ['a command that fails', { app: 'exit 3', directory: empty }, /^the app \(exit 3\) failed: exit code 3$/],
    ['a command that writes no assembly', { app: 'true', directory: empty }, /^the app \(true\) wrote no cloud assembly to /],
    ['a folder without an assembly', { assembly: empty }, /is not a cloud assembly/],
    ['a seed that is none', { app: 'true', directory: empty, chaos: { seed: -1 } }, /^the seed of faults is -1; it must be a whole number from 0$/],
    ['no options', undefined as unknown as StartOptions, /^startLocal takes an object of options, such as \{ app \}; got undefined$/],
    ['an app that is none', { app: 5 } as unknown as StartOptions, /^app must be a CDK App or a command that synthesizes, got 5$/],
    ['a misspelt option', { app: 'x', dataDir: 'y' } as StartOptions, /^startLocal has no option 'dataDir'; it has app, .*dataDirectory/],
    ['nothing', {} as StartOptions, /^there is nothing to start: give `app`, .*, or `assembly`, the folder of a cloud assembly$/],
  ];

  test.each(cases)('%s', async (_what, options, message) => {
    const before = folders();
    await expect(start(options)).rejects.toThrow(message);
    expect(folders()).toEqual(before);
  });
});

test('items in a folder are there at the next start; functions are heard', async () => {
  const assembly = appOf('todo', temporaryFolder('assembly')).synth().directory;
  const dataDirectory = temporaryFolder('data');
  const lines: string[] = [];
  const first = await start({ assembly, dataDirectory, onLog: ({ text }) => lines.push(text) });
  const body = JSON.stringify({ title: 'kept' });
  await fetch(`${first.url}/todos`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  await first.stop();
  expect(lines).toEqual([expect.stringContaining('"Operation":"create"')]);

  const second = await start({ assembly, dataDirectory });
  expect(await list(second)).toMatchObject({ items: [{ title: 'kept' }] });
  await second.stop();
});

test('the guide shows the example as it is tested', () => {
  const [guide, example] = ['../../docs/testing.md', './example.test.ts'].map((path) => readFileSync(join(__dirname, path), 'utf8'));
  expect(guide).toContain(`\`\`\`ts\n${example}\`\`\`\n`);
});
