import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WatchedApp, watchApp } from '../../../src/cli/watch/watch-app';
import { folderWith } from '../../local/support/files';

const open: { close(): void }[] = [];
afterEach(() => open.splice(0).forEach((watcher) => watcher.close()));

/** The changes that are told while some files are touched, one after the other. */
async function changesOf(
  files: Record<string, string>, touch: (folder: string) => (() => void)[], overrides: Partial<WatchedApp> = {},
): Promise<string[]> {
  const directory = folderWith(files);
  const told: string[] = [];
  open.push(await watchApp({ directory, assembly: join(directory, 'cdk.out'), ...overrides }, async (change) => void told.push(change)));
  for (const action of touch(directory)) {
    action();
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return told;
}

const write = (folder: string, path: string, text = String(Math.random())) => () => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};

test('every file of an app is its source, but what is known to be none', async () => {
  const told = await changesOf({ 'app.ts': '', 'lib/a.ts': '', 'node_modules/x/index.js': '', 'cdk.out/manifest.json': '', '.git/HEAD': '' }, (folder) => [
    write(folder, 'app.ts'),
    write(folder, 'lib/a.ts'),
    write(folder, 'node_modules/x/index.js'),
    write(folder, 'cdk.out/manifest.json'),
    write(folder, '.git/HEAD'),
    write(folder, 'lib/.a.ts.swp'),
    write(folder, 'cdk.context.json'),
  ]);
  expect(told).toEqual(['app.ts', 'lib/a.ts']);
});

test('cdk.json says what is watched', async () => {
  const cdkJson = JSON.stringify({ watch: { include: ['app.ts', 'page/**'], exclude: '**/*.test.ts' } });
  const told = await changesOf({ 'cdk.json': cdkJson, 'app.ts': '', 'other.ts': '', 'page/styles/a.css': '' }, (folder) => [
    write(folder, 'app.ts'),
    write(folder, 'other.ts'),
    write(folder, 'page/styles/a.css'),
    write(folder, 'page/a.test.ts'),
    write(folder, 'cdk.json', '{}'),
  ]);
  expect(told).toEqual(['app.ts', 'page/styles/a.css']);
});

test('new folders are watched, removed files told, several changes at once are one', async () => {
  const told = await changesOf({ 'a.ts': '', 'b.ts': '' }, (folder) => [
    write(folder, 'new/first.ts'),
    write(folder, 'new/second.ts'),
    () => rmSync(join(folder, 'a.ts')),
    () => [write(folder, 'b.ts'), write(folder, 'c.ts')].forEach((action) => action()),
  ]);
  expect(told).toEqual(['new/first.ts', 'new/second.ts', 'a.ts', 'b.ts and 1 more']);
});

test('a folder that was removed and made again is watched again', async () => {
  const told = await changesOf({ 'page/styles/a.css': '' }, (folder) => [
    () => rmSync(join(folder, 'page'), { recursive: true }),
    write(folder, 'page/styles/a.css'),
    write(folder, 'page/styles/a.css'),
  ]);
  expect(told).toEqual(Array(3).fill('page/styles/a.css'));
});

test('a file written with what it held is no change', async () => {
  const told = await changesOf({ 'a.ts': '' }, (folder) => [write(folder, 'a.ts', 'x'), write(folder, 'a.ts', 'x'), write(folder, 'a.ts', 'y')]);
  expect(told).toEqual(['a.ts', 'a.ts']);
});

test('of an assembly that was given, its templates are watched', async () => {
  const assembly = folderWith({ 'manifest.json': '', 'S.template.json': '', 'asset.1/index.js': '' });
  const told = await changesOf({ 'app.ts': '' }, (folder) => [
    write(folder, 'app.ts'),
    write(assembly, 'S.template.json'),
    write(assembly, 'asset.1/index.js'),
  ], { app: assembly, assembly });
  expect(told).toEqual(['S.template.json']);
});

test('what changes while one change is deployed is one more', async () => {
  const directory = folderWith({ 'a.ts': '' });
  const told: string[] = [];
  open.push(await watchApp({ directory, assembly: join(directory, 'cdk.out') }, async (change) => {
    told.push(change);
    await new Promise((resolve) => setTimeout(resolve, 400));
  }));
  for (const name of ['a.ts', 'b.ts', 'c.ts']) {
    writeFileSync(join(directory, name), name);
    await new Promise((resolve) => setTimeout(resolve, 120));
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(told).toEqual(['a.ts', 'b.ts and 1 more']);
});
