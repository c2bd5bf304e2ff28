import { Api, Item, Page, withApi } from './api';
import { STANDARD_OPERATIONS } from '../../src/model';
import { todoModel } from '../runtime/fixtures/models';

const fields = { status: { type: 'string', minLength: 1 }, rank: { type: 'integer' }, note: { 'type': 'string', 'x-filterable': true } } as const;
const indexes = [{ name: 'byStatus', partitionBy: ['status'], sortBy: ['rank'] }, { name: 'byRank', partitionBy: [], sortBy: ['rank'] }];
const parts = { fields: fields as never, required: ['status', 'rank'], indexes, operations: STANDARD_OPERATIONS };

/** Callers of the API whose items are their own. */
export const CALLERS = ['ana', 'eve'] as const;
export type Caller = (typeof CALLERS)[number];

const MODELS = {
  owned: todoModel({ ...parts, scope: { kind: 'owner' } }),
  otherEntity: todoModel({ ...parts, scope: { kind: 'owner' }, entity: { name: 'memo' } }),
  sharded: todoModel({ ...parts, scope: { kind: 'collection', shards: 3, writeShards: 3 } }),
} as const;
type ApiName = keyof typeof MODELS;

/** A list that has pages, and the cursors to them. */
export interface PagedList {
  readonly api: Api;
  readonly apiName: ApiName;
  readonly caller: Caller;
  readonly query: string;
  /** What its cursors belong to, for those who know the code. */
  readonly context: readonly unknown[];
  readonly sort: readonly string[];
  readonly cursors: readonly string[];
}

/** The parts of a list's address, and of the checksum of its cursors. */
const LISTS: [query: string, index: string | undefined, descending: boolean, filters: unknown[], sort: string[]][] = [
  ['', undefined, false, [], ['id']],
  ['&order=desc', undefined, true, [], ['id']],
  ['&note=x', undefined, false, [['note', [{ S: 'x' }]]], ['id']],
  ['&index=byRank', 'byRank', false, [], ['rank', 'id']],
  ['&index=byRank&order=desc', 'byRank', true, [], ['rank', 'id']],
  ['&status=open', 'byStatus', false, [['status', [{ S: 'open' }]]], ['rank', 'id']],
  ['&status=done', 'byStatus', false, [['status', [{ S: 'done' }]]], ['rank', 'id']],
];

export interface CursorGround {
  readonly lists: readonly PagedList[];
  /** The ids of each caller's own items in the API of owners. */
  readonly ids: { readonly [caller in Caller]: readonly string[] };
}

const EACH = 12;

/** Some items of two callers in three APIs, and a walk through each list. */
export function withCursors<T>(use: (ground: CursorGround) => Promise<T>): Promise<T> {
  return withApi(MODELS.owned, (owned) => withApi(MODELS.otherEntity, (otherEntity) => withApi(MODELS.sharded, async (sharded) => {
    const apis = { owned, otherEntity, sharded };
    const lists: PagedList[] = [];
    const ids = { ana: [] as string[], eve: [] as string[] };
    for (const [apiName, api] of Object.entries(apis) as [ApiName, Api][]) {
      for (const caller of CALLERS) {
        const created = await fill(api, caller);
        if (apiName === 'owned') ids[caller].push(...created);
      }
      for (const caller of CALLERS) lists.push(...await listsOf(api, apiName, caller));
    }
    return use({ lists, ids });
  })));
}

async function fill(api: Api, sub: Caller): Promise<string[]> {
  const ids: string[] = [];
  for (let place = 0; place < EACH; place++) {
    const body = { status: place % 2 === 0 ? 'open' : 'done', rank: place % 3, note: place % 4 === 0 ? 'y' : 'x' };
    ids.push((await api.succeed('POST', '/todos', { body, claims: { sub } }) as Item).id);
  }
  return ids;
}

async function listsOf(api: Api, apiName: ApiName, caller: Caller): Promise<PagedList[]> {
  const { entity: { name }, scope: { kind } } = MODELS[apiName];
  const scope = kind === 'owner' ? `${name}|owner|${caller}` : `${name}|collection|`;
  const found: PagedList[] = [];
  for (const [query, index, descending, filters, sort] of LISTS) {
    const cursors: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await api.succeed('GET', '/todos', { query: `limit=1${query}${cursor ? `&cursor=${cursor}` : ''}`, claims: { sub: caller } }) as Page;
      cursor = page.nextCursor;
      if (cursor) cursors.push(cursor);
    } while (cursor);
    found.push({ api, apiName, caller, query, context: [name, scope, index, descending, filters], sort, cursors });
  }
  return found;
}
