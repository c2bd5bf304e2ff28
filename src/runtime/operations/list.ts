import { Asked } from './asked';
import { Outcome } from './outcome';
import { StoredForm, storedFormOf } from '../../model';
import { fieldSchema } from '../item/stored-item';
import { Access } from '../list/access';
import { AnswerRoom } from '../list/answer-room';
import { readCursor, writeCursor } from '../list/cursor';
import { ListQuery, readListQuery } from '../list/list-query';
import { LanePage, Merge } from '../list/merge';
import { planAccess } from '../list/planner';
import { isWithin } from '../list/range';
import { isEmpty } from '../list/reach';
import { partitionsOf, query } from '../plan/query';
import { all, AttributeMap, Completed, Steps } from '../store/call';

/** A request reads on while its page is not full, but not for ever. */
export const BUDGET = { rounds: 5, milliseconds: 2000 };

/** GET of a collection. */
export function* list(asked: Asked): Steps<Outcome> {
  const { api: { model }, parameters, elapsed } = asked;
  const asks = readListQuery(model, parameters);
  const access = planAccess(model, asks);
  if (isEmpty(access, asked.scope)) return { kind: 'page', items: [] };
  const context = cursorContext(asked, asks, access);
  const after = asks.cursor === undefined ? undefined : readCursor(asks.cursor, context, access.sort.map((name) => sortForm(asked, name)));
  const partitions = partitionsOf(asked, access);
  const merge = new Merge(partitions.length, access.sort, asks.descending, after);
  const room = new AnswerRoom(asked);
  const items: AttributeMap[] = [];
  const isFull = () => items.length === asks.limit || room.isFull;

  for (let round = 0; round < BUDGET.rounds && !isFull() && merge.wanting.length > 0 && (round === 0 || elapsed() < BUDGET.milliseconds); round++) {
    const { wanting } = merge;
    const results = yield* all(wanting.map((lane) => query(asked, access, partitions[lane.lane], {
      ...asks,
      // further calls, which only a filter makes needed, read twice as much each
      limit: asks.limit << round,
      after: lane.after,
    })));
    wanting.forEach(({ lane }, position) => merge.add(lane, pageOf(results[position], access)));
    items.push(...merge.take(asks.limit - items.length, (item) => room.takes(item)));
  }
  const next = merge.next(items.at(-1), isFull());
  return { kind: 'page', items, nextCursor: next && writeCursor(next, context) };
}

function pageOf(result: Completed, access: Access): LanePage {
  const { Items = [], LastEvaluatedKey } = result.kind === 'done' ? result.output : {};
  return { items: Items.filter((item) => isWithin(item, access)), lastKey: LastEvaluatedKey };
}

/** All that a cursor belongs to; filters are the same in any order and spelling. */
function cursorContext({ api: { model }, scope }: Asked, { descending, filters }: ListQuery, { index }: Access): unknown[] {
  const meant = filters.map(({ path, operator, values }) => JSON.stringify([path, operator, values])).sort();
  return [model.entity.name, scope, index?.name, descending, meant];
}

function sortForm({ api: { model } }: Asked, name: string): StoredForm {
  return name === 'version' ? 'N' : storedFormOf({ type: 'string', ...fieldSchema(model, name) });
}
