import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { App, Stack } from 'aws-cdk-lib';
import { Auth, EntitySchema, Field, ServerlessCrudApi } from '../../src';

/** Synthesizes one entity into a folder of its own and gives its function asset. */
function synthAsset(schema: EntitySchema): { hash: string; directory: string } {
  const outdir = mkdtempSync(join(tmpdir(), 'asset-test-'));
  folders.push(outdir);
  const app = new App({ outdir });
  new ServerlessCrudApi(new Stack(app, 'Test'), 'Api', { schema, auth: Auth.none() });
  app.synth();
  const assets = readdirSync(outdir).filter((name) => name.startsWith('asset.'));
  expect(assets).toHaveLength(1);
  return { hash: assets[0].slice('asset.'.length), directory: join(outdir, assets[0]) };
}

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const todo = () => new EntitySchema('todo', { title: Field.text({ required: true }), done: Field.flag() });
const user = () => new EntitySchema('user', { name: Field.text({ required: true }) });

test('holds the bundle, the model and the validator', () => {
  const { directory } = synthAsset(todo());

  expect(readdirSync(directory).sort()).toEqual(['index.js', 'model.json', 'validator.js']);
  expect(JSON.parse(readFileSync(join(directory, 'model.json'), 'utf8'))).toMatchObject({ modelVersion: 1, entity: { name: 'todo', plural: 'todos' } });
});

test('differs between schemas and is the same for one schema in two folders', () => {
  expect(synthAsset(todo()).hash).toBe(synthAsset(todo()).hash);
  expect(synthAsset(todo()).hash).not.toBe(synthAsset(user()).hash);
});

test('is small: at most 230 KB, and 75 KB compressed', () => {
  const { directory } = synthAsset(todo());
  const files = readdirSync(directory).map((name) => readFileSync(join(directory, name)));

  const bytes = files.reduce((sum, { length }) => sum + length, 0);
  const compressed = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
  expect(bytes).toBeLessThanOrEqual(230 * 1024);
  expect(compressed).toBeLessThanOrEqual(75 * 1024);
});

test('leaves nothing behind in the temporary folder', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'asset-test-'));
  folders.push(temporary);
  const script = `
    const { App, Stack } = require('aws-cdk-lib');
    const { Auth, EntitySchema, Field, ServerlessCrudApi } = require('./src');
    const app = new App({ outdir: ${JSON.stringify(join(temporary, 'cdk.out'))} });
    new ServerlessCrudApi(new Stack(app, 'Test'), 'Api', { schema: new EntitySchema('todo', { title: Field.text() }), auth: Auth.none() });
    app.synth();`;
  execFileSync(process.execPath, ['--import', 'tsx', '--eval', script], { env: { ...process.env, TMPDIR: temporary } });

  expect(readdirSync(temporary).filter((name) => name.startsWith('cdk-serverless-crud-api'))).toEqual([]);
  expect(readdirSync(join(temporary, 'cdk.out'))).toContain('Test.template.json');
});
