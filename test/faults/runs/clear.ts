import { clientOf } from './client';
import { get, post, remove } from '../../contract/harness/requests';
import { FaultyCloud } from '../fixture';

export interface ClearResult {
  readonly collection: string;
  readonly items: number;
  readonly requests: number;
  readonly wrong: readonly string[];
}

const MOST_REQUESTS = 20;

/** CLEAR while every batch leaves half of itself unprocessed, or every other transaction meets a conflict: it says what it did, until all is done. */
export async function runClear(cloud: FaultyCloud, items: number): Promise<ClearResult[]> {
  const { ask, succeed } = clientOf(cloud.url);
  const results: ClearResult[] = [];
  for (const collection of ['/notes', '/members']) {
    const wrong: string[] = [];
    await drain(collection);
    for (let number = 0; number < items; number++) await succeed(post(collection, collection === '/notes' ? { a: number } : { id: `c${number}`, email: `c${number}` }));
    let turn = 0;
    cloud.meet(({ action }) => {
      if (action === 'BatchWriteItem') return 'unprocessed';
      return action === 'TransactWriteItems' && turn++ % 2 === 0 ? 'conflict' : undefined;
    });
    let [requests, deleted, complete] = [0, 0, false];
    while (!complete && requests < MOST_REQUESTS) {
      const { status, json } = await ask(remove(collection));
      requests++;
      if (status !== 200) wrong.push(`answers ${status}`);
      deleted += Number(json.deleted);
      complete = json.complete === true;
    }
    cloud.meet();
    if (deleted !== items) wrong.push(`says that ${deleted} of ${items} were deleted`);
    if (!complete) wrong.push('is never complete');
    const left = (await succeed(get(`${collection}?consistent=true`))).json.items as unknown[];
    if (left.length > 0) wrong.push(`leaves ${left.length}`);
    if (collection === '/members' && (await ask(post(collection, { id: 'again', email: 'c0' }))).status !== 201) wrong.push('leaves a value taken');
    results.push({ collection, items, requests, wrong });
  }
  return results;

  async function drain(collection: string): Promise<void> {
    for (let complete = false; !complete;) complete = (await succeed(remove(collection))).json.complete === true;
  }
}
