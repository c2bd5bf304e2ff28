import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientOf } from './client';
import { openEngine } from '../../../src/local/dynamodb';
import { get, post } from '../../contract/harness/requests';
import { local, synthesize } from '../fixture';

/** What one page costs among so many items. */
export interface ListCost {
  readonly items: number;
  readonly page: string;
  readonly calls: number;
  readonly capacityUnits: number;
  /** The median, of the calls alone. */
  readonly milliseconds: number;
}

type Sample = Pick<ListCost, 'calls' | 'capacityUnits' | 'milliseconds'>;

const REPETITIONS = 200;
/** Pages that are walked to reach one in the middle. */
const WALKED = 15;

/** The cost of a page among few items and among many, asked for in turns. */
export async function runListCost(sizes: readonly number[]): Promise<ListCost[]> {
  const directory = mkdtempSync(join(tmpdir(), 'list-cost-'));
  const assembly = synthesize(join(directory, 'cdk.out'));
  const clouds = [];
  try {
    for (const items of sizes) clouds.push({ items, cloud: await startFilled(assembly, join(directory, String(items)), items) });
    const subjects = (await Promise.all(clouds.map(async ({ items, cloud }) => {
      const pages = { 'the first page': '/notes?limit=25', 'a page in the middle': await middle(cloud.url), 'a page backwards': '/notes?limit=25&order=desc' };
      return Object.entries(pages).map(([page, path]) => ({ items, page, path, cloud, samples: [] as Sample[] }));
    }))).flat();
    for (let repetition = 0; repetition < REPETITIONS; repetition++) {
      for (const { path, cloud, samples } of subjects) {
        const { headers } = await clientOf(cloud.url).succeed(get(path));
        const { calls } = cloud.requests.find(headers['x-request-id'])!;
        samples.push({
          calls: calls.length,
          capacityUnits: calls.reduce((sum, { capacityUnits }) => sum + capacityUnits, 0),
          milliseconds: calls.reduce((sum, { durationMs }) => sum + durationMs, 0),
        });
      }
    }
    return subjects.map(({ items, page, samples }) => {
      const [first] = samples;
      const times = samples.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
      return { items, page, calls: first.calls, capacityUnits: first.capacityUnits, milliseconds: times[times.length >> 1] };
    });
  } finally {
    for (const { cloud } of clouds) await cloud.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A local cloud whose items were put into its store directly: one made by the API, the others like it. */
async function startFilled(assembly: string, dataDirectory: string, items: number) {
  const start = () => local().startLocal({ assembly, dataDirectory });
  const empty = await start();
  await clientOf(empty.url).succeed(post('/notes', { stamp: 'x'.repeat(800), a: 1 }));
  await empty.stop();
  const engine = await openEngine({ dataDirectory });
  const { TableNames } = await engine.call('ListTables', {}) as { TableNames: string[] };
  for (const TableName of TableNames) {
    const { Items: [item] } = await engine.call('Scan', { TableName }) as { Items: { id: { S: string } }[] };
    if (!item) continue;
    for (let number = 1; number < items; number++) await engine.call('PutItem', { TableName, Item: { ...item, id: { S: laterId(item.id.S, number) } } });
  }
  await engine.close();
  return start();
}

/** A UUIDv7 whose time is later by so many milliseconds. */
function laterId(id: string, milliseconds: number): string {
  const time = (parseInt(id.slice(0, 8) + id.slice(9, 13), 16) + milliseconds).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}${id.slice(13)}`;
}

async function middle(url: string): Promise<string> {
  let path = '/notes?limit=25';
  for (let walked = 0; walked < WALKED; walked++) {
    const { json } = await clientOf(url).succeed(get(path));
    path = `/notes?limit=25&cursor=${String(json.nextCursor)}`;
  }
  return path;
}
