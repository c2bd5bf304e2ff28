import { Consumption } from '../capacity';
import { CancellationReason, EmptyKeyError, ServiceError, transactionCanceled, validationError } from '../service-error';
import { encodeKey, hasKey } from '../storage/key-schema';
import { Table } from '../storage/table';
import { Item } from '../values/attribute-value';

/** A transaction's reads and writes of a table cost twice as much as others; those of its indexes do not. */
const FACTOR = 2;

export function transactional(consumption: Consumption): Consumption {
  return { ...consumption, tableUnits: consumption.tableUnits * FACTOR };
}

/**
 * The outcome of every action, if all of them succeed. What is wrong with an action by itself is told before any is attempted, and of one alone.
 * @throws TransactionCanceledException with a reason for each
 */
export function allOrNothing<Action, Outcome>(actions: readonly Action[], plan: (action: Action) => () => Outcome): Outcome[] {
  const attempts = actions.map((action, place) => {
    try {
      return plan(action);
    } catch (error) {
      const reason = reasonOf(error);
      throw transactionCanceled(actions.map((_, other) => (other === place ? reason : GOOD)));
    }
  });
  const outcomes: Outcome[] = [];
  const reasons = attempts.map((attempt): CancellationReason => {
    try {
      outcomes.push(attempt());
      return GOOD;
    } catch (error) {
      return reasonOf(error);
    }
  });
  if (outcomes.length < actions.length) throw transactionCanceled(reasons);
  return outcomes;
}

const GOOD: CancellationReason = { Code: 'None' };

function reasonOf(error: unknown): CancellationReason {
  if (!(error instanceof ServiceError) || error instanceof EmptyKeyError) throw error;
  const { message: Message, body } = error;
  if (error.type === 'ValidationException') return { Code: 'ValidationError', Message };
  if (error.type !== 'ConditionalCheckFailedException') throw error;
  return { Code: 'ConditionalCheckFailed', Message, ...(body.Item !== undefined && { Item: body.Item as Item }) };
}

/** @throws ValidationException for two actions on one item */
export function checkDistinct(places: ReadonlyArray<{ readonly table: Table; readonly item: Item }>): void {
  // What has no key is its own action's fault.
  const keyed = places.filter(({ table, item }) => hasKey(table.schema, item));
  const distinct = new Set(keyed.map(({ table, item }) => `${table.name}\n${encodeKey(table.schema, item)}`));
  if (distinct.size < keyed.length) throw validationError('Transaction request cannot include multiple operations on one item');
}
