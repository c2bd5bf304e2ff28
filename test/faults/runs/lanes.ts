import { Client, clientOf } from './client';
import type { FaultyCall } from '../../../src/local';
import { get, HttpRequestSpec, patch, post, put, remove } from '../../contract/harness/requests';

/** An operation that faults are tried on. */
export interface Lane {
  readonly name: string;
  readonly writes: boolean;
  /** Whether it is also tried with faults that take seconds where time is short. */
  readonly isAlsoSlow?: true;
  prepare(url: string, name: string): Promise<Operated>;
}

/** One request, made ready. */
export interface Operated {
  readonly request: HttpRequestSpec;
  readonly success: number;
  /** Tells its calls from those of others. */
  readonly matches: (call: FaultyCall) => boolean;
  /** Says what is wrong with what came of it: all of it after a success, all or nothing after a 503, nothing after a 500. */
  readonly check: (status: number) => Promise<string[]>;
}

/** What is left of a write: whether it took effect, wholly and once; or something else. */
type Effect = 'done' | 'not done' | { readonly odd: unknown };

interface Write {
  readonly request: HttpRequestSpec;
  readonly success: number;
  /** What its calls are about. */
  readonly about: readonly string[];
  readonly effect: () => Promise<Effect>;
}

function write(name: string, prepare: (client: Client, name: string) => Promise<Write>, more: Pick<Lane, 'isAlsoSlow'> = {}): Lane {
  return {
    name,
    writes: true,
    ...more,
    prepare: async (url, each) => {
      const { about, effect, ...rest } = await prepare(clientOf(url), each);
      return {
        ...rest,
        // another lane's list may go on after the item
        matches: ({ action, input }) => action !== 'Query' && about.some((text) => JSON.stringify(input).includes(`"${text}"`)),
        check: async (status) => {
          const found = await effect();
          if (typeof found === 'object') return [`after ${status} there is ${JSON.stringify(found.odd)}`];
          if (status < 300 && found === 'not done') return [`answers ${status}, and did nothing`];
          return status === 500 && found === 'done' ? ['answers 500, and took effect'] : [];
        },
      };
    },
  };
}

const shown = async ({ ask }: Client, path: string) => {
  const { status, json } = await ask(get(path));
  return status === 404 ? undefined : json;
};

/** The item as the write makes it, or as it was before. */
async function effectOn(client: Client, path: string, { before, after }: { before?: object; after?: object }): Promise<Effect> {
  const found = await shown(client, path);
  const is = (wanted?: object) => {
    if (!wanted || !found) return !wanted && !found;
    return Object.entries(wanted).every(([name, value]) => found[name] === value);
  };
  return is(after) ? 'done' : is(before) ? 'not done' : { odd: found ?? 'nothing' };
}

async function note(client: Client, stamp: string): Promise<{ id: string; path: string }> {
  const { json } = await client.succeed(post('/notes', { stamp: `${stamp} before` }));
  return { id: String(json.id), path: `/notes/${String(json.id)}` };
}

/** How many notes have the stamp: every one is a create that took effect. */
async function made({ succeed }: Client, stamp: string): Promise<Effect> {
  let count = 0;
  for (let cursor: unknown = ''; cursor !== undefined;) {
    const { json } = await succeed(get(`/notes?limit=100&consistent=true${cursor === '' ? '' : `&cursor=${String(cursor)}`}`));
    count += (json.items as { stamp: string }[]).filter((item) => item.stamp === stamp).length;
    cursor = json.nextCursor;
  }
  return count === 0 ? 'not done' : count === 1 ? 'done' : { odd: `${count} items` };
}

export const LANES: readonly Lane[] = [
  write('create', async (client, name) => ({ request: post('/notes', { stamp: name }), success: 201, about: [name], effect: () => made(client, name) }), { isAlsoSlow: true }),
  write('create of a chosen id', async (client, name) => ({
    request: post('/cells', { id: name, stamp: name }),
    success: 201,
    about: [name],
    effect: () => effectOn(client, `/cells/${name}`, { after: { stamp: name, version: 1 } }),
  })),
  write('create under a key', async (client, name) => ({
    request: post('/notes', { stamp: name }, { 'Idempotency-Key': name }), success: 201, about: [name], effect: () => made(client, name),
  })),
  write('create with a unique value', async (client, name) => ({
    request: post('/members', { id: name, stamp: name, email: name }),
    success: 201,
    about: [name],
    effect: () => effectOn(client, `/members/${name}`, { after: { email: name, version: 1 } }),
  })),
  write('replace', async (client, name) => {
    const { id, path } = await note(client, name);
    const effect = () => effectOn(client, path, { before: { version: 1 }, after: { stamp: name, version: 2 } });
    return { request: put(path, { stamp: name }), success: 200, about: [id], effect };
  }),
  write('replace that creates', async (client, name) => ({
    request: put(`/cells/${name}`, { stamp: name }),
    success: 201,
    about: [name],
    effect: () => effectOn(client, `/cells/${name}`, { after: { stamp: name, version: 1 } }),
  })),
  write('update', async (client, name) => {
    const { id, path } = await note(client, name);
    const effect = () => effectOn(client, path, { before: { version: 1 }, after: { a: 1, version: 2 } });
    return { request: patch(path, { a: 1 }), success: 200, about: [id], effect };
  }, { isAlsoSlow: true }),
  write('update with If-Match', async ({ succeed, ask }, name) => {
    const { headers: { etag } } = await succeed(put(`/cells/${name}`, { stamp: name }));
    const effect = () => effectOn({ succeed, ask }, `/cells/${name}`, { before: { version: 1 }, after: { a: 1, version: 2 } });
    return { request: patch(`/cells/${name}`, { a: 1 }, { 'If-Match': etag }), success: 200, about: [name], effect };
  }),
  write('update of a unique value', async (client, name) => {
    await client.succeed(post('/members', { id: name, email: `${name}-before` }));
    const effect = () => effectOn(client, `/members/${name}`, { before: { version: 1 }, after: { email: name, version: 2 } });
    return { request: patch(`/members/${name}`, { email: name }), success: 200, about: [name], effect };
  }),
  write('delete', async (client, name) => {
    const { id, path } = await note(client, name);
    return { request: remove(path), success: 204, about: [id], effect: () => effectOn(client, path, { before: { version: 1 } }) };
  }),
  write('delete of a unique value', async (client, name) => {
    await client.succeed(post('/members', { id: name, email: name }));
    return { request: remove(`/members/${name}`), success: 204, about: [name], effect: () => effectOn(client, `/members/${name}`, { before: { version: 1 } }) };
  }),
  write('batch', async (client, name) => {
    const [one, two] = [await note(client, name), await note(client, name)];
    const request = post('/notes/batch', { actions: [{ action: 'update', id: one.id, patch: { a: 1 } }, { action: 'delete', id: two.id }] });
    return {
      request,
      success: 200,
      about: [one.id],
      effect: async () => {
        const updated = await effectOn(client, one.path, { before: { version: 1 }, after: { a: 1, version: 2 } });
        const deleted = await effectOn(client, two.path, { before: { version: 1 } });
        return updated === deleted ? updated : { odd: [updated, deleted] };
      },
    };
  }),
  read('get', async (client, name) => {
    const { id, path } = await note(client, name);
    return { request: get(path), matches: ({ action, input }: FaultyCall) => action === 'GetItem' && JSON.stringify(input).includes(id) };
  }),
  read('list', async () => ({ request: get('/cells?limit=3'), matches: ({ action, input }: FaultyCall) => action === 'Query' && JSON.stringify(input).includes('cell|collection|') })),
];

function read(name: string, prepare: (client: Client, name: string) => Promise<Pick<Operated, 'request' | 'matches'>>): Lane {
  return { name, writes: false, prepare: async (url, each) => ({ ...(await prepare(clientOf(url), each)), success: 200, check: async () => [] }) };
}
