import { Answer, Fields, Operation, Request, Shown, Tag } from './operation';
import { Random } from '../runs/random';

/** What a store can do wrong, once. */
export type Defect = 'lost update' | 'double effect' | 'false 404';

const CLIENTS = 16;
const LONGEST = 10;
/** One in so many answers is lost, and one in so many shows what came after it. */
const RARELY = 50;

interface Planned {
  readonly id: string;
  readonly invoked: number;
  readonly effect: number;
  readonly completed: number;
}

/** What clients see that ask one store for the same item at the same time. The store is right, but for one defect that is planted in the middle. */
export function simulate(seed: number, count: number, defect?: Defect): Operation[] {
  const random = new Random(`simulated ${seed}`);
  const history: { -readonly [member in keyof Operation]: Operation[member] }[] = [];
  let item: Shown | undefined;
  let planted = defect === undefined;
  for (const { effect, ...operation } of plan(random, count)) {
    const tags = history.slice(-CLIENTS).flatMap(({ answer }) => answer.item ?? []);
    const request = requestOf(random, operation.id, random.below(3) === 0 ? tags.at(-1 - random.below(4)) : undefined);
    const isDue = !planted && history.length > count / 2 && item !== undefined && request.kind === 'patch' && !request.ifMatch;
    planted ||= isDue;
    const outcome = apply(item, request, effect);
    const isLost = !isDue && request.kind !== 'get' && random.below(RARELY) === 0;
    const previous = history.at(-1);
    history.push({ ...operation, request, answer: isLost ? { status: 503 } : outcome.answer });
    if (isDue && defect === 'double effect') item = { ...outcome.item!, version: outcome.item!.version + 1 };
    else if (isDue && defect === 'false 404') history.at(-1)!.answer = { status: 404 };
    else if (!(isDue && defect === 'lost update') && !(isLost && random.below(2) === 0)) item = outcome.item;
    // of two at the same time, the first may be answered by what the second has made of the item
    const isAlike = previous?.answer.status === 200 && previous.answer.item?.life === item?.life && previous.completed >= effect;
    if (isAlike && item && random.below(RARELY) === 0) previous.answer = { status: 200, item };
  }
  return history;
}

/** In the order of their effects. */
function plan(random: Random, count: number): Planned[] {
  const clients = Array.from({ length: CLIENTS }, (_, client) => {
    let now = client;
    return Array.from({ length: Math.ceil(count / CLIENTS) }, (__, number): Planned => {
      const invoked = now;
      const effect = invoked + 1 + random.below(LONGEST) + client / 100;
      const completed = effect + 1 + random.below(LONGEST);
      now = completed + 1 + random.below(LONGEST);
      return { id: `c${client}.${number}`, invoked, effect, completed };
    });
  });
  return clients.flat().sort((a, b) => a.effect - b.effect);
}

function requestOf(random: Random, stamp: string, ifMatch: Tag | undefined): Request {
  const kind = random.below(20);
  const fields = { stamp, [random.pick(['a', 'b', 'c'])]: random.below(100) };
  if (kind === 0) return { kind: 'create', fields };
  if (kind <= 3) return { kind: 'replace', fields, creates: true, ifMatch };
  if (kind <= 5) return { kind: 'delete', ifMatch };
  return kind <= 7 ? { kind: 'get' } : { kind: 'patch', fields, ifMatch };
}

/** The contract once more, for one item and in other words than the checker's. */
function apply(item: Shown | undefined, request: Request, now: number): { answer: Answer; item?: Shown } {
  const refused = (status: number) => ({ answer: { status }, item });
  const made = (fields: Fields) => {
    const anew = { life: `born ${now}`, version: 1, fields };
    return { answer: { status: 201, item: anew }, item: anew };
  };
  if (request.kind === 'get') return item ? { answer: { status: 200, item }, item } : refused(404);
  if (request.kind === 'create') return item ? refused(409) : made(request.fields);
  const { ifMatch } = request;
  if (!item) {
    if (request.kind !== 'replace') return refused(404);
    return ifMatch ? refused(412) : made(request.fields);
  }
  if (ifMatch && (ifMatch.version !== item.version || ifMatch.life !== item.life)) return refused(412);
  if (request.kind === 'delete') return { answer: { status: 204 } };
  const fields = request.kind === 'patch' ? { ...item.fields, ...request.fields } : request.fields;
  const changed = { ...item, version: item.version + 1, fields };
  return { answer: { status: 200, item: changed }, item: changed };
}
