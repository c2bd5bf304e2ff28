import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientOf } from './client';
import { Random } from './random';
import type { ChooseFault, FaultRates } from '../../../src/local';
import { get } from '../../contract/harness/requests';
import { FaultyCloud, local } from '../fixture';
import { Recorder } from './recorder';
import { checkHistories, Violation } from '../history/check';
import { Request, Tag } from '../history/operation';
import { Allowances } from '../history/order';

export interface WritersOptions {
  readonly seed: number;
  readonly writes: number;
  readonly writers: number;
  /** @default - those of all faults */
  readonly rates?: FaultRates;
  /** In place of faults by the seed. */
  readonly faults?: ChooseFault;
}

export interface WritersResult {
  readonly writes: number;
  readonly items: number;
  readonly statuses: ReadonlyMap<number, number>;
  readonly met: ReadonlyMap<string, number>;
  readonly violations: readonly Violation[];
  readonly allowed: Allowances;
  readonly seconds: number;
  /** Of the items with violations, where there are any. */
  readonly histories?: string;
}

/** Writers that get in each other's way, on few items and on many, while calls of the functions fail; then what they saw is checked. */
export async function runWriters(cloud: FaultyCloud, { seed, writes, writers, rates, faults }: WritersOptions): Promise<WritersResult> {
  const begun = performance.now();
  cloud.met.clear();
  cloud.meet(faults ?? local().seededFaults({ seed, rates }));
  const cells = new Recorder(cloud.url, '/cells');
  const notes = new Recorder(cloud.url, '/notes');
  const prefix = `s${seed}-`;
  const made: string[] = [];
  const progress = () => cells.writes + notes.writes;
  await Promise.all(Array.from({ length: writers }, async (_, writer) => {
    const random = new Random(`${seed} ${writer}`);
    for (let number = 0; progress() < writes; number++) {
      const id = `${seed}.${writer}.${number}`;
      if (random.below(5) > 0) {
        const key = random.below(2) === 0 ? `${prefix}hot${random.below(4)}` : `${prefix}${random.below(Math.ceil(writes / 20))}`;
        await cells.make(id, key, requestTo(random, id, cells.lastTag(key)));
      } else if (made.length < 4 || random.below(5) === 0) {
        const key = await notes.make(id, undefined, { kind: 'create', fields: { stamp: id, a: (seed * writers + writer) * writes + number } });
        if (key !== undefined) made.push(key);
      } else {
        const key = random.pick(made);
        await notes.make(id, key, changeOf(random, id, notes.lastTag(key)));
      }
    }
  }));
  cloud.meet();
  const met = new Map(cloud.met);
  for (const recorder of [cells, notes]) {
    for (const key of recorder.histories.keys()) await recorder.make(`${seed}.end`, key, { kind: 'get' });
  }
  const histories = new Map([...cells.histories, ...notes.histories]);
  const verdict = checkHistories(histories);
  return {
    writes: progress(),
    items: cells.histories.size + notes.histories.size,
    statuses: sum(cells.statuses, notes.statuses),
    met,
    violations: [...verdict.violations, ...(await twins(cloud.url))],
    allowed: verdict.allowed,
    seconds: (performance.now() - begun) / 1000,
    ...(verdict.violations.length > 0 && { histories: save(seed, verdict.violations.map(({ key }) => [key, histories.get(key)])) }),
  };
}

/** Since no run comes out like another, what is found wrong is kept. */
function save(seed: number, histories: readonly unknown[]): string {
  const file = join(tmpdir(), `histories-${seed}-${process.pid}.json`);
  writeFileSync(file, JSON.stringify(histories));
  return file;
}

/** Any request to an item whose id its client chooses. */
function requestTo(random: Random, id: string, tag: Tag | undefined): Request {
  const kind = random.below(10);
  const ifMatch = random.below(3) === 0 ? tag : undefined;
  if (kind === 0) return { kind: 'create', fields: { stamp: id, a: 1 } };
  if (kind <= 2) return { kind: 'replace', fields: { stamp: id, b: random.below(1000) }, creates: true, ifMatch };
  return changeOf(random, id, tag);
}

/** A request to an item that is there, or was. The field `a` says by which create. */
function changeOf(random: Random, id: string, tag: Tag | undefined): Request {
  const kind = random.below(10);
  const ifMatch = random.below(3) === 0 ? tag : undefined;
  if (kind === 0) return { kind: 'delete', ifMatch };
  if (kind === 1) return { kind: 'get' };
  return { kind: 'patch', fields: { stamp: id, [random.pick(['b', 'c', 'd'])]: random.below(1000) }, ifMatch };
}

/** Creates that have made two items: those of unknown outcome have no item whose history tells it. */
async function twins(url: string): Promise<Violation[]> {
  const { succeed } = clientOf(url);
  const seen = new Set<unknown>();
  const found: Violation[] = [];
  for (let next: unknown = ''; next !== undefined;) {
    const { json } = await succeed(get(`/notes?limit=100&consistent=true${next === '' ? '' : `&cursor=${String(next)}`}`));
    for (const { id, a } of json.items as { id: string; a: number }[]) {
      if (seen.has(a)) found.push({ wrong: 'double effect', key: id, what: `create ${a} has made two items` });
      seen.add(a);
    }
    next = json.nextCursor;
  }
  return found;
}

function sum(...counts: ReadonlyMap<number, number>[]): Map<number, number> {
  const total = new Map<number, number>();
  for (const [status, count] of counts.flatMap((each) => [...each])) total.set(status, (total.get(status) ?? 0) + count);
  return new Map([...total].sort(([a], [b]) => a - b));
}
