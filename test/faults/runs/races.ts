import { randomUUID } from 'node:crypto';
import { clientOf, JsonAnswer } from './client';
import { get, HttpRequestSpec, patch, post, put, remove } from '../../contract/harness/requests';
import { FaultyCloud, local } from '../fixture';

/** What came of a race: what was answered how often, and what must not have come of it. */
export interface RaceResult {
  readonly title: string;
  readonly seeds: number;
  readonly answers: ReadonlyMap<string, number>;
  readonly wrong: readonly string[];
}

/** Requests at the same time, of which only so many can win. */
interface Race {
  readonly title: string;
  readonly run: (context: Context) => Promise<void>;
}

interface Context {
  /** Distinct for each race of each series. */
  readonly name: string;
  /** Whether calls may meet faults, so that 503 is an answer too. */
  readonly faulty: boolean;
  send(requests: readonly HttpRequestSpec[]): Promise<JsonAnswer[]>;
  /** Without faults. */
  quietly(request: HttpRequestSpec): Promise<JsonAnswer>;
  expect(holds: boolean, what: string): void;
}

/** Faults of a race: answers are lost, and other transactions hold the items. */
const RATES = { 'reset-after': 0.08, 'reset-before': 0.03, 'throttle': 0.04, 'conflict': 0.05, 'error-after': 0.02 };

export async function runRaces(cloud: FaultyCloud, seeds: number, faulty: boolean, races: readonly Race[] = RACES): Promise<RaceResult[]> {
  const results: RaceResult[] = [];
  const { ask } = clientOf(cloud.url);
  const series = randomUUID().slice(0, 8);
  for (const [place, { title, run }] of races.entries()) {
    const answers = new Map<string, number>();
    const wrong: string[] = [];
    for (let seed = 1; seed <= seeds; seed++) {
      await run({
        name: `${series}-${place}-${seed}`,
        faulty,
        quietly: ask,
        expect: (holds, what) => { if (!holds) wrong.push(`seed ${seed}: ${what}`); },
        send: async (requests) => {
          if (faulty) cloud.meet(local().seededFaults({ seed, rates: RATES }));
          const all = await Promise.all(requests.map(ask));
          cloud.meet();
          for (const { status, headers } of all) {
            const answer = `${status}${'idempotency-replayed' in headers ? ' replayed' : ''}`;
            answers.set(answer, (answers.get(answer) ?? 0) + 1);
          }
          return all;
        },
      });
    }
    results.push({ title, seeds, answers: new Map([...answers].sort()), wrong });
  }
  return results;
}

const times = <T>(count: number, one: (number: number) => T): T[] => Array.from({ length: count }, (_, number) => one(number));
const countOf = (answers: readonly JsonAnswer[], status: number) => answers.filter((answer) => answer.status === status).length;
const isReplayed = ({ headers }: JsonAnswer) => 'idempotency-replayed' in headers;

/** One answer of a kind, and all others of another; with faults, those whose outcome is not known may have any. */
function expectOne({ expect, faulty }: Context, answers: readonly JsonAnswer[], winner: number, loser: number): void {
  const [won, lost, unknown] = [winner, loser, 503].map((status) => countOf(answers, status));
  expect(won + lost + unknown === answers.length, `answers besides ${winner}, ${loser} and 503: ${answers.map(({ status }) => status).join()}`);
  expect(won === 1 || (won === 0 && unknown > 0), `${won} answers of ${winner}`);
  expect(faulty || unknown === 0, `${unknown} answers of 503 without a fault`);
}

const CREATES = 64;

const RACES: readonly Race[] = [
  {
    title: `${CREATES} creates of one id: one 201`,
    run: async (context) => {
      const { name, send, quietly, expect } = context;
      const answers = await send(times(CREATES, (writer) => post('/cells', { id: name, a: writer })));
      expectOne(context, answers, 201, 409);
      const { json } = await quietly(get(`/cells/${name}`));
      expect(json.version === 1, `version ${String(json.version)} after creates alone`);
      for (const { json: { a } } of answers.filter(({ status }) => status === 201)) expect(a === json.a, 'the item is that of another create');
    },
  },
  {
    title: `${CREATES} creates of one unique value: one 201`,
    run: async (context) => {
      const { name, send, quietly, expect } = context;
      const answers = await send(times(CREATES, (writer) => post('/members', { id: `${name}-${writer}`, email: `${name}@example.com` })));
      expectOne(context, answers, 201, 409);
      const items = await Promise.all(times(CREATES, (writer) => quietly(get(`/members/${name}-${writer}`))));
      expect(countOf(items, 200) === 1, `${countOf(items, 200)} items have the value`);
      items.forEach(({ status }, writer) => expect(answers[writer].status === 503 || (status === 200) === (answers[writer].status === 201), `item ${writer} is ${status}`));
    },
  },
  {
    title: `${CREATES} creates under one Idempotency-Key: one item, one answer that is not replayed`,
    run: async ({ name, send, quietly, expect, faulty }) => {
      const answers = await send(times(CREATES, () => post('/notes', { stamp: name }, { 'Idempotency-Key': name })));
      const done = answers.filter(({ status }) => status === 201);
      const first = done.filter((answer) => !isReplayed(answer)).length;
      expect(done.length + countOf(answers, 503) === CREATES, `answers besides 201 and 503: ${answers.map(({ status }) => status).join()}`);
      expect(first === 1 || (first === 0 && done.length < CREATES), `${first} answers are not replayed`);
      expect(faulty || done.length === CREATES, `${CREATES - done.length} answers of 503 without a fault`);
      const ids = new Set(done.map(({ json: { id } }) => id));
      expect(ids.size === 1, `${ids.size} items`);
      const again = await quietly(post('/notes', { stamp: name }, { 'Idempotency-Key': name }));
      expect(isReplayed(again) && ids.has(again.json.id), 'a later request is answered with another item');
    },
  },
  {
    title: '100 patches of one item: the version grows by 100',
    run: async ({ name, send, quietly, expect, faulty }) => {
      await quietly(put(`/cells/${name}`, { stamp: name }));
      const answers = await send(times(100, (writer) => patch(`/cells/${name}`, { ['abcd'[writer % 4]]: writer })));
      const [done, unknown] = [200, 503].map((status) => countOf(answers, status));
      const { json } = await quietly(get(`/cells/${name}`));
      const grown = Number(json.version) - 1;
      expect(done + unknown === 100, `answers besides 200 and 503: ${answers.map(({ status }) => status).join()}`);
      expect(faulty ? grown >= done && grown <= done + unknown : grown === 100, `the version grew by ${grown} in ${done} patches`);
      expect(json.stamp === name && ['a', 'b', 'c', 'd'].every((field, place) => Number(json[field]) % 4 === place), `a patch was lost: ${JSON.stringify(json)}`);
    },
  },
  ...(['PATCH', 'PUT'] as const).map((method): Race => ({
    title: `16 ${method} with one ETag: one 200, fifteen 412`,
    run: async (context) => {
      const { name, send, quietly, expect } = context;
      const path = `/cells/${name}`;
      const { headers: { etag } } = await quietly(put(path, { stamp: name }));
      const headers = { 'If-Match': etag };
      const answers = await send(times(16, (writer) => (method === 'PUT' ? put : patch)(path, { a: writer }, headers)));
      expectOne(context, answers, 200, 412);
      const { json } = await quietly(get(path));
      expect(json.version === 2, `version ${String(json.version)}`);
    },
  })),
  {
    title: 'a delete beside 16 updates: the item does not come back',
    run: async ({ name, send, quietly, expect }) => {
      const { json: { id } } = await quietly(post('/notes', { stamp: name }));
      const path = `/notes/${String(id)}`;
      const updates = times(16, (writer) => (writer % 2 ? put : patch)(path, { a: writer }));
      const written = await send([...updates.slice(0, 8), remove(path), ...updates.slice(8)]);
      const [deleted] = written.splice(8, 1);
      expect([204, 503].includes(deleted.status), `the delete is ${deleted.status}`);
      expect(written.every(({ status }) => [200, 404, 503].includes(status)), `updates are ${written.map(({ status }) => status).join()}`);
      if (deleted.status === 204) expect((await quietly(get(path))).status === 404, 'the item is there after its delete');
    },
  },
  {
    title: '12 swaps of two unique values: each has one of them, and both are taken',
    run: async ({ name, send, quietly, expect }) => {
      const ids = [`${name}-x`, `${name}-y`];
      const emails = [`x@${name}.example`, `y@${name}.example`];
      for (const place of [0, 1]) await quietly(post('/members', { id: ids[place], email: emails[place] }));
      const swap = (turn: number) => post('/members/batch', { actions: ids.map((id, place) => ({ action: 'update', id, patch: { email: emails[(place + turn) % 2], a: turn } })) });
      const answers = await send(times(12, (writer) => swap(writer + 1)));
      expect(answers.every(({ status }) => [200, 409, 503].includes(status)), `swaps are ${answers.map(({ status }) => status).join()}`);
      expect(countOf(answers, 200) > 0, 'no swap went through');
      const items = await Promise.all(ids.map((id) => quietly(get(`/members/${id}`))));
      expect(new Set(items.map(({ json }) => json.email)).size === 2 && items.every(({ json }) => emails.includes(String(json.email))), `they have ${items.map(({ json }) => String(json.email)).join()}`);
      expect(items[0].json.a === items[1].json.a, 'half a swap');
      for (const email of emails) expect((await quietly(post('/members', { id: `${name}-z`, email }))).status === 409, `${email} is free`);
    },
  },
];
