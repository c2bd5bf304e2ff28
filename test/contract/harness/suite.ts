import { Case, CaseFile } from './case';
import { exchange } from './http';
import { Outcome, play } from './play';
import { get, remove } from './requests';
import { steadily } from './steady';
import { Target } from './target';

/** A case with the name by which `--only` finds it. */
export interface NamedCase {
  readonly title: string;
  readonly case: Case;
}

export function named(files: readonly CaseFile[]): NamedCase[] {
  return files.flatMap(({ topic, cases }) => cases.map((one) => ({ title: `${topic}: ${one.name}`, case: one })));
}

/** Plays the cases: those that share a collection side by side, the exclusive ones one after the other at the end. */
export async function playAll(
  cases: readonly NamedCase[],
  target: Target,
  concurrency: number,
  report: (title: string, outcome: Outcome) => void,
): Promise<void> {
  const queue = cases.filter(({ case: one }) => !one.exclusive);
  await Promise.all(Array.from({ length: concurrency }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) report(next.title, await playCase(next.case, target));
  }));
  for (const { title, case: one } of cases.filter(({ case: { exclusive } }) => exclusive)) report(title, await playCase(one, target));
}

/** Plays one case; an exclusive one in an empty collection. */
export function playCase(one: Case, target: Target): Promise<Outcome> {
  return steadily(async () => {
    if (one.exclusive) await empty(target, one.collection ?? '/todos');
    return play(one, target);
  }, ({ failures }) => failures.length > 0);
}

/** Deletes every item of a collection: by CLEAR, which leaves nothing to restore, or else one by one. */
export async function empty(target: Target, collection: string): Promise<void> {
  const baseUrl = target.collections[collection];
  for (let cleared = { complete: false }; !cleared.complete;) {
    const answer = await exchange(baseUrl, remove(collection));
    if (answer.status !== 200) return deleteEach(baseUrl, collection);
    cleared = JSON.parse(answer.body.toString()) as { complete: boolean };
  }
}

async function deleteEach(baseUrl: string, collection: string): Promise<void> {
  for (let more = true; more;) {
    const answer = await exchange(baseUrl, get(`${collection}?limit=100`));
    const { items } = JSON.parse(answer.body.toString()) as { items: { id: string }[] };
    await Promise.all(items.map(({ id }) => exchange(baseUrl, remove(`${collection}/${id}`, { 'If-Match': '*' }))));
    more = answer.headers.link !== undefined;
  }
}
