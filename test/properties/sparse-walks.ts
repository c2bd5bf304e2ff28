import { deepStrictEqual } from 'node:assert';
import * as fc from 'fast-check';
import { Item, Page, withApi } from './api';
import { Property, Tally } from './property';
import { todoModel } from '../runtime/fixtures/models';

const ITEMS = 400;
/** So few items have one word that a request often ends before it finds one. */
const WORDS = 100;
const MODEL = todoModel({
  fields: { word: { 'type': 'string', 'x-filterable': true } }, required: [], scope: { kind: 'collection', shards: 4, writeShards: 4 },
});

const walks = fc.record({ word: fc.nat(WORDS - 1), limit: fc.integer({ min: 1, max: 4 }), order: fc.constantFrom('asc', 'desc') });

/** Pages of a filter that few items pass, whose requests end by their budget and not by the page. */
export const sparseWalks: Property = {
  name: 'a walk over pages that stay short meets every item once, in order',
  few: 40,
  check: (count, seed) => withApi(MODEL, async ({ succeed }) => {
    const tally = new Tally();
    const items: Item[] = [];
    for (const word of fc.sample(fc.nat(WORDS - 1), { numRuns: ITEMS, seed })) {
      items.push(await succeed('POST', '/todos', { body: { word: `w${word}` } }) as Item);
    }
    await fc.assert(fc.asyncProperty(walks, async ({ word, limit, order }) => {
      const seen: Item[] = [];
      let cursor: string | undefined;
      do {
        const query = `word=w${word}&limit=${limit}&order=${order}${cursor === undefined ? '' : `&cursor=${cursor}`}`;
        const page = await succeed('GET', '/todos', { query }) as Page;
        tally.add(page.items.length === limit ? 'full pages' : page.nextCursor ? 'short pages' : 'last pages');
        seen.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      const meant = items.filter((item) => item.word === `w${word}`);
      deepStrictEqual(seen, order === 'asc' ? meant : meant.reverse());
    }), { numRuns: count, seed });
    return `${count} walks: ${tally}`;
  }),
};
