import { isUnknown, describe, Operation, stampOf } from './operation';
import { Allowances, findOrder, Search } from './order';

export type Wrong = 'unexpected answer' | 'lost update' | 'double effect' | 'false 404' | 'false 409' | 'false 412' | 'undecided';

/** What is wrong with the history of an item, and where. */
export interface Violation {
  readonly wrong: Wrong;
  readonly key: string;
  readonly what: string;
}

export interface Verdict {
  readonly violations: readonly Violation[];
  readonly allowed: Allowances;
}

const NOTHING: Allowances = { recreated: 0, belated: 0 };

const ALLOWED: { readonly [kind in Operation['request']['kind']]: readonly number[] } = {
  get: [200, 404, 503],
  create: [201, 409, 503],
  replace: [200, 201, 404, 412, 503],
  patch: [200, 404, 412, 503],
  delete: [204, 404, 412, 503],
};

/**
 * Checks what clients saw of items, each by itself: whether its versions form one legal history. Nothing is looked at but requests, answers and
 * their times, so a store that forgets, repeats or lies is found out wherever a client could have noticed.
 */
export function checkHistories(histories: ReadonlyMap<string, readonly Operation[]>): Verdict {
  const verdicts = [...histories].map(([key, operations]) => checkHistory(key, operations));
  return {
    violations: verdicts.flatMap(({ violations }) => violations),
    allowed: {
      recreated: verdicts.reduce((sum, { allowed: { recreated } }) => sum + recreated, 0),
      belated: verdicts.reduce((sum, { allowed: { belated } }) => sum + belated, 0),
    },
  };
}

export function checkHistory(key: string, operations: readonly Operation[]): Verdict {
  const say = (wrong: Wrong, what: string): Violation => ({ wrong, key, what });
  const unexpected = operations.filter(({ request, answer }) => !ALLOWED[request.kind].includes(answer.status));
  const evident = [
    ...unexpected.map((operation) => say('unexpected answer', describe(operation))),
    ...contradictions(operations).map(([wrong, what]) => say(wrong, what)),
  ];
  if (evident.length > 0) return { violations: evident, allowed: NOTHING };
  const search = findOrder(operations);
  if (search.found) return { violations: [], allowed: search.allowed };
  const { state, stuck } = search;
  const what = `after version ${state.version}${state.version > 0 && 'fields' in state ? ` by ${String(stampOf(state))}` : ''} none can come of ${stuck.map(describe).join('; ')}`;
  return { violations: [say(search.exhausted ? nameOf(search) : 'undecided', what)], allowed: NOTHING };
}

/** What two answers alone show to be wrong. */
function contradictions(operations: readonly Operation[]): [Wrong, string][] {
  const shown = operations.flatMap((operation) => (operation.answer.item ? [{ operation, item: operation.answer.item }] : []));
  const found: [Wrong, string][] = [];
  const makers = new Map<string, (typeof shown)[number]>();
  const made = new Map<unknown, (typeof shown)[number]>();
  for (const one of shown) {
    const { life, version } = one.item;
    const stamp = stampOf(one.item);
    const rival = makers.get(`${life} ${version}`);
    if (rival && stampOf(rival.item) !== stamp) found.push(['lost update', `two writes made version ${version}: ${describe(rival.operation)}; ${describe(one.operation)}`]);
    const again = made.get(stamp);
    // an item that is created anew after a delete begins at version 1
    if (again && again.item.life === life && again.item.version !== version) {
      found.push(['double effect', `one write made versions ${again.item.version} and ${version}: ${describe(again.operation)}; ${describe(one.operation)}`]);
    }
    makers.set(`${life} ${version}`, one);
    made.set(stamp, one);
  }
  return found;
}

/** The name of what happened, by the answer that had to come first and could not. */
function nameOf({ state, stuck }: Extract<Search, { found: false }>): Wrong {
  const [first] = stuck.filter((operation) => !isUnknown(operation)).sort((a, b) => a.completed - b.completed);
  const { status, item } = first.answer;
  if (status === 404 || status === 409 || status === 412) return `false ${status}`;
  return item && item.version > state.version + 1 || (item && state.version === 0 && first.request.kind !== 'create') ? 'double effect' : 'lost update';
}
