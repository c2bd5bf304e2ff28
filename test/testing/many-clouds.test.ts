import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { appOf } from './app';
import { start } from './clouds';
import type { LocalCloud } from '../../src/testing';
import { temporaryFolder } from '../temporary-folder';

/** The same app several times, and others beside it. */
const ENTITIES = ['todo', 'todo', 'todo', 'todo', 'user', 'user', 'note', 'note', 'order', 'tag'];
const WRITES = 5;

interface Item {
  readonly title: string;
}

const assemblies = new Map<string, string>();
beforeAll(() => {
  for (const entity of new Set(ENTITIES)) assemblies.set(entity, appOf(entity, temporaryFolder('assembly')).synth().directory);
});

class Cloud {
  constructor(private readonly running: LocalCloud, private readonly entity: string, public readonly number: number) {}

  public get requests() {
    return this.running.requests.list();
  }

  /** What this one writes, and no other. */
  public get titles(): string[] {
    return Array.from({ length: WRITES }, (_, item) => `${this.number}.${item}`);
  }

  /** One after the other, so that ten functions start at the same time, and not fifty. */
  public async writeAll(): Promise<number[]> {
    const statuses: number[] = [];
    for (const title of this.titles) statuses.push(await this.write(title));
    return statuses;
  }

  public async write(title: string): Promise<number> {
    const body = JSON.stringify({ title });
    return (await fetch(`${this.running.url}/${this.entity}s`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status;
  }

  public async read(): Promise<string[]> {
    const { items } = await (await fetch(`${this.running.url}/${this.entity}s`)).json() as { items: Item[] };
    return items.map(({ title }) => title).sort();
  }

  public async stop(): Promise<void> {
    await this.running.stop();
  }

  public async isStopped(): Promise<boolean> {
    return fetch(this.running.url).then(() => false, (error: Error) => (error.cause as NodeJS.ErrnoException).code === 'ECONNREFUSED');
  }
}

test('ten local clouds in one process keep their items, requests and calls to themselves', async () => {
  const clouds = await Promise.all(ENTITIES.map(async (entity, number) => (
    new Cloud(await start({ assembly: assemblies.get(entity)!, port: 0 }), entity, number)
  )));
  const written = await Promise.all(clouds.map((cloud) => cloud.writeAll()));
  expect(new Set(written.flat())).toEqual(new Set([201]));

  for (const cloud of clouds) {
    expect(await cloud.read()).toEqual(cloud.titles);
    const [list, ...creates] = cloud.requests;
    expect(list.calls.map(({ action }) => action)).toEqual(['Query']);
    expect(creates).toHaveLength(WRITES);
    const titles = creates.flatMap(({ calls }) => calls.map(({ input }) => (input as { Item: { title: { S: string } } }).Item.title.S));
    expect([...new Set(titles)].sort()).toEqual(cloud.titles); // a call may have been tried again: the machine is busy
  }

  // half of them end while the others are asked
  const [ending, staying] = [clouds.filter(({ number }) => number % 2), clouds.filter(({ number }) => number % 2 === 0)];
  const [, answers] = await Promise.all([
    Promise.all(ending.map((cloud) => cloud.stop())),
    Promise.all(staying.map(async (cloud) => [await cloud.write('late'), await cloud.read()] as const)),
  ]);
  expect(answers).toEqual(staying.map(({ titles }) => [201, [...titles, 'late']]));
  expect(await Promise.all(ending.map((cloud) => cloud.isStopped()))).toEqual(ending.map(() => true));

  await Promise.all(staying.map((cloud) => cloud.stop()));
  expect(await Promise.all(staying.map((cloud) => cloud.isStopped()))).toEqual(staying.map(() => true));
}, 120_000);

/** Starts ten, asks each, stops them, and prints what of the process is not as it was. It has to end by itself. */
const LEFTOVERS = `
  const { startLocal } = require(process.argv[1]);
  const { readFileSync } = require('node:fs');
  const listeners = () => Object.fromEntries(process.eventNames().map((name) => [name, process.listenerCount(name)]));
  const state = () => ({
    globals: Object.getOwnPropertyNames(globalThis),
    environment: { ...process.env },
    folder: process.cwd(),
    listeners: listeners(),
    children: process.platform === 'linux' ? readFileSync('/proc/self/task/' + process.pid + '/children', 'utf8') : '',
    resources: process.getActiveResourcesInfo().filter((kind) => !kind.startsWith('Pipe') && !kind.startsWith('TTY')),
  });
  const { request } = require('node:http');
  const ask = (url) => new Promise((resolve, reject) => {
    request(url, { agent: false }, (response) => response.resume().on('end', () => resolve(response.statusCode))).on('error', reject).end();
  });
  (async () => {
    const before = state();
    const clouds = await Promise.all(Array.from({ length: 10 }, () => startLocal({ assembly: process.argv[2] })));
    const statuses = await Promise.all(clouds.map(({ url }) => ask(url + '/todos')));
    await Promise.all(clouds.map((cloud) => cloud.stop()));
    // a closed socket, an ended process is listed until the loop has gone round
    for (let round = 0; round < 50 && state().resources.length > before.resources.length; round += 1) await new Promise(setImmediate);
    console.log(JSON.stringify({ statuses, before, after: state() }));
  })();
`;

test('ten local clouds leave nothing of themselves in the process', () => {
  const bundle = join(__dirname, '..', '..', 'assets', 'local', 'index.js');
  const { statuses, before, after } = JSON.parse(
    execFileSync(process.execPath, ['-e', LEFTOVERS, bundle, assemblies.get('todo')!], { encoding: 'utf8', timeout: 60_000 }),
  ) as { statuses: number[]; before: object; after: object };
  expect(statuses).toEqual(Array.from({ length: 10 }, () => 200));
  expect(after).toEqual(before);
}, 120_000);
