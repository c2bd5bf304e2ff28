import * as fc from 'fast-check';
import { runs } from './runs';
import { clientOf, Item } from '../harness/client';
import { get, post, remove } from '../harness/requests';

/** What happens between two pages. */
const interruptions = fc.array(fc.oneof(
  fc.constant({ kind: 'create' as const }),
  fc.record({ kind: fc.constant('deleteOld' as const), which: fc.nat() }),
  fc.constant({ kind: 'deleteLastSeen' as const }),
), { maxLength: 3 });

/** A walk: how many items there are first, how long each page is, what happens in between. */
const walks = fc.record({
  items: fc.integer({ min: 0, max: 12 }),
  limit: fc.integer({ min: 1, max: 5 }),
  between: fc.array(interruptions, { maxLength: 12 }),
  filter: fc.constantFrom('', '&completed=false'),
});

export function pageWalks(baseUrl: () => string): void {
  test('a walk meets every item that lives through it exactly once, in the order of creation', async () => {
    const { succeed } = clientOf(baseUrl());
    const create = async () => (await succeed(post('/todos', { title: 'walked' }))).json as Item;
    const list = async (query: string) => (await succeed(get(`/todos?${query}`))).json as { items: Item[]; nextCursor?: string };

    await fc.assert(fc.asyncProperty(walks, async ({ items, limit, between, filter }) => {
      const alive = new Map<string, Item>();
      const old: string[] = [];
      for (let count = 0; count < items; count++) {
        const item = await create();
        alive.set(item.id, item);
        old.push(item.id);
      }
      const seen: string[] = [];
      const created: string[] = [];
      const drop = async (id: string | undefined) => {
        if (id === undefined || !(alive.delete(id) || created.includes(id))) return;
        await succeed(remove(`/todos/${id}`));
        created.splice(created.indexOf(id), created.includes(id) ? 1 : 0);
      };

      let cursor: string | undefined;
      for (let page = 0; page === 0 || cursor !== undefined; page++) {
        const { items: found, nextCursor } = await list(`limit=${limit}${filter}${cursor === undefined ? '' : `&cursor=${cursor}`}`);
        expect(found.length).toBeLessThanOrEqual(limit);
        seen.push(...found.map(({ id }) => id));
        cursor = nextCursor;
        for (const what of between[page] ?? []) {
          if (what.kind === 'create') created.push((await create()).id);
          if (what.kind === 'deleteOld') await drop(old[what.which % Math.max(old.length, 1)]);
          if (what.kind === 'deleteLastSeen') await drop(seen.at(-1));
        }
      }

      expect(seen).toEqual([...new Set(seen)].sort());
      expect([...alive.keys()].filter((id) => !seen.includes(id))).toEqual([]);
      for (const id of new Set([...alive.keys(), ...created])) await succeed(remove(`/todos/${id}`));
    }), { numRuns: runs(20) });
  }, 120_000);
}
