import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { EmbeddedEngine, openEngine } from '../../../../src/local/dynamodb';
import { Answer, TABLE_NAME } from '../support';
import { ALL, indexed, Model, TABLE, workload } from './workload';

/** `KILL_ROUNDS=200 SEED=7 npx jest test/local/dynamodb/kill` */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 5);
const SEED = Number(process.env.SEED ?? Date.now() % 100_000);
const MILLIS_A_ROUND = 10_000;

/** A writer is killed so long after its first answer, at most. */
const LONGEST_LIFE_MILLIS = 150;

let directory: string;
let writer: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'dynamodb-kill-'));
  writer = join(directory, 'writer.js');
  buildSync({
    entryPoints: [join(__dirname, 'writer.ts')], outfile: writer, bundle: true, platform: 'node', format: 'cjs', alias: { level: 'memory-level' }, logLevel: 'error',
  });
  const engine = await openEngine({ dataDirectory: directory });
  await engine.call('CreateTable', TABLE);
  await engine.close();
});

afterAll(() => rmSync(directory, { recursive: true }));

/** Runs a writer from a step on and kills it. @returns the last step that it said was answered */
async function writeAndKill(step: number, lifeMillis: number): Promise<number> {
  const child = spawn(process.execPath, [writer, directory, String(SEED), String(step)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  await once(child.stdout, 'data');
  setTimeout(() => child.kill('SIGKILL'), lifeMillis);
  await once(child, 'close');
  return Number(output.slice(0, output.lastIndexOf('\n')).split('\n').at(-1));
}

async function query(engine: EmbeddedEngine, input: object): Promise<Answer[]> {
  const items: Answer[] = [];
  let ExclusiveStartKey: object | undefined;
  do {
    const page: Answer = await engine.call('Query', { TableName: TABLE_NAME, ...input, ...(ExclusiveStartKey && { ExclusiveStartKey }) });
    items.push(...page.Items);
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return items;
}

async function idsByStatus(engine: EmbeddedEngine, status: string): Promise<string[]> {
  const items = await query(engine, {
    IndexName: 'byStatus',
    KeyConditionExpression: '#s = :s AND #t = :t',
    ExpressionAttributeNames: { '#s': '_scope', '#t': 'status' },
    ExpressionAttributeValues: { ...ALL.ExpressionAttributeValues, ':t': { S: status } },
    ProjectionExpression: 'id',
  });
  return items.map(({ id }) => id.S);
}

test(`no answered write is lost when the process is killed, ${ROUNDS} times (seed ${SEED})`, async () => {
  const model: Model = new Map();
  const steps = workload(SEED);
  const notices: string[] = [];
  let step = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const answered = await writeAndKill(step, (round * 37) % LONGEST_LIFE_MILLIS);
    for (; step < answered; step += 1) steps.next().value.apply(model);
    const engine = await openEngine({ dataDirectory: directory, onNotice: (notice) => notices.push(notice) });
    const stored: Model = new Map((await query(engine, ALL)).map((item) => [item.id.S, item]));
    if (!isEqual(stored, model)) {
      steps.next().value.apply(model);
      step += 1;
    }
    expect(Object.fromEntries(stored)).toEqual(Object.fromEntries(model));
    for (const status of ['open', 'done']) expect(await idsByStatus(engine, status)).toEqual(indexed(model, status));
    await engine.close();
  }
  if (process.env.KILL_ROUNDS) console.log(`${ROUNDS} kills after ${step} writes: nothing lost, indexes equal to the table, ${notices.length} torn records`);
}, ROUNDS * MILLIS_A_ROUND);

test('a disk that is full refuses the write, and loses nothing that was answered', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dynamodb-full-'));
  const before = await openEngine({ dataDirectory: folder });
  await before.call('CreateTable', TABLE);
  await before.close();
  // The shell's unit is 512 bytes or 1 KB: room for a few dozen writes.
  const child = spawn('sh', ['-c', 'ulimit -f 400; exec "$@"', 'sh', process.execPath, writer, folder, String(SEED), '0']);
  let [answers, complaints] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => { answers += chunk.toString(); });
  child.stderr.on('data', (chunk: Buffer) => { complaints += chunk.toString(); });
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(complaints).toContain('EFBIG');
  const model: Model = new Map();
  const steps = workload(SEED);
  for (let step = 0; step < answers.trim().split('\n').length; step += 1) steps.next().value.apply(model);
  const notices: string[] = [];
  const after = await openEngine({ dataDirectory: folder, onNotice: (notice) => notices.push(notice) });
  expect(Object.fromEntries((await query(after, ALL)).map((item) => [item.id.S, item]))).toEqual(Object.fromEntries(model));
  expect(notices).toEqual([]);
  await after.close();
  rmSync(folder, { recursive: true });
});

function isEqual(a: Model, b: Model): boolean {
  const text = (model: Model) => JSON.stringify([...model].map(([id, item]) => [id, Object.entries(item).sort()]).sort());
  return text(a) === text(b);
}
