import { Asked } from './asked';
import { BUDGET } from './list';
import { Outcome } from './outcome';
import { readListQuery } from '../list/list-query';
import { planAccess } from '../list/planner';
import { isWithin } from '../list/range';
import { isEmpty } from '../list/reach';
import { partitionsOf, query } from '../plan/query';
import { all, AttributeMap, Steps } from '../store/call';

/** GET of the number of items that a filter leaves, as far as a request may read. */
export function* count(asked: Asked): Steps<Outcome> {
  const { api: { model }, parameters, elapsed } = asked;
  const asks = readListQuery(model, parameters, ['index', 'consistent']);
  const access = planAccess(model, asks);
  let lanes: { partition?: string; from?: AttributeMap }[] = partitionsOf(asked, access).map((partition) => ({ partition }));
  let total = 0;
  if (isEmpty(access, asked.scope)) lanes = [];
  for (let round = 0; round < BUDGET.rounds && lanes.length > 0 && (round === 0 || elapsed() < BUDGET.milliseconds); round++) {
    const reading = { ...asks, limit: undefined, countOnly: access.excluded.length === 0 };
    const results = yield* all(lanes.map(({ partition, from }) => query(asked, access, partition, { ...reading, from })));
    lanes = lanes.flatMap(({ partition }, lane) => {
      const result = results[lane];
      const { Count = 0, Items, LastEvaluatedKey: from } = result.kind === 'done' ? result.output : {};
      total += Items ? Items.filter((item) => isWithin(item, access)).length : Count;
      return from ? [{ partition, from }] : [];
    });
  }
  return { kind: 'value', value: { count: total, complete: lanes.length === 0 } };
}
