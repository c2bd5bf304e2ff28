import { allOf, Condition, isFirst, repeatable } from './conditions';
import { keyOf } from './key';
import { HIDDEN } from '../../model';
import { versionOf } from '../item/entity-tag';
import { beginning, EXPIRES_AT, timeToLive } from '../item/lifetime';
import { lifeOf, TOKENS, WriteToken } from '../item/write-token';
import { Asked } from '../operations/asked';
import { AttributeMap, AttributeValue, Call } from '../store/call';
import { Expression } from '../store/expression';

/** What an update does to an item, by the paths of its attributes. */
export interface Change {
  readonly set: readonly (readonly [path: readonly string[], value: AttributeValue])[];
  readonly remove: readonly (readonly string[])[];
  /** Set where the item has no value yet. */
  readonly keep?: readonly (readonly [attribute: string, value: AttributeValue])[];
  /** Makes an item where there is none. */
  readonly creates?: boolean;
  /** The item begins anew, as if it had been created now. */
  readonly anew?: boolean;
}

/** One UpdateItem that changes an item, counts its version on and remembers the write; a failed condition shows the item. */
export function updateItem(asked: Asked, id: string, change: Change, conditions: readonly Condition[]): Call {
  const { api: { tableName }, now, token } = asked;
  const expression = new Expression();
  const instant = expression.value(beginning(now));
  const UpdateExpression = updateExpression(withTimeToLive(change), instant, token, expression);
  return {
    action: 'UpdateItem',
    input: {
      TableName: tableName,
      Key: keyOf(asked, id),
      UpdateExpression,
      // what begins anew has another version by then, and may remember an earlier request with the same key
      ConditionExpression: allOf([...conditions, ...(change.anew ? [] : [isFirst(token)])], expression),
      ...expression.placeholders,
      ReturnValues: 'ALL_NEW',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
    repetition: (attempt) => {
      const guard = repeatable(asked);
      const isNew = change.creates || change.anew;
      return { ...guard, ExpressionAttributeValues: { ...guard.ExpressionAttributeValues, ...(isNew && { [instant]: beginning(now, attempt) }) } };
    },
  };
}

/** DynamoDB removes what has expired by an attribute of its own kind, which follows the clients' one. */
function withTimeToLive(change: Change): Change {
  const expiry = change.set.find(([[name]]) => name === EXPIRES_AT)?.[1];
  return {
    ...change,
    set: expiry && 'S' in expiry ? [...change.set, [[HIDDEN.timeToLive], timeToLive(Date.parse(expiry.S))]] : change.set,
    remove: !expiry && (change.anew || change.remove.some(([name]) => name === EXPIRES_AT)) ? [...change.remove, [HIDDEN.timeToLive]] : change.remove,
  };
}

/** `instant`: the placeholder of the time. */
function updateExpression({ set, remove, keep = [], creates, anew }: Change, instant: string, token: WriteToken, expression: Expression): string {
  const [newest, ...older] = TOKENS;
  const assign = (value: AttributeValue, ...path: string[]) => `${expression.name(...path)} = ${expression.value(value)}`;
  const fallBack = (attribute: string, from: string, placeholder: string) =>
    `${expression.name(attribute)} = if_not_exists(${expression.name(from)}, ${placeholder})`;
  const born = creates || anew ? [['createdAt', instant], [HIDDEN.life, expression.value({ S: lifeOf(token) })]] : [];

  const assignments = [
    ...set.map(([path, value]) => assign(value, ...path)),
    ...keep.map(([attribute, value]) => fallBack(attribute, attribute, expression.value(value))),
    ...born.map(([attribute, placeholder]) => (anew ? `${expression.name(attribute)} = ${placeholder}` : fallBack(attribute, attribute, placeholder))),
    `${expression.name('updatedAt')} = ${instant}`,
    assign({ S: token.text }, newest),
    // each token moves one place on: an expression reads all values as they were before
    ...(anew ? [assign({ N: '1' }, 'version')] : older.map((name, place) => fallBack(name, TOKENS[place], expression.value({ S: '' })))),
  ];
  const removals = [...remove, ...(anew ? older.map((name) => [name]) : [])].map((path) => expression.name(...path));
  return [
    `SET ${assignments.join(', ')}`,
    ...(removals.length > 0 ? [`REMOVE ${removals.join(', ')}`] : []),
    ...(anew ? [] : [`ADD ${expression.name('version')} ${expression.value({ N: '1' })}`]),
  ].join(' ');
}

/** The item that a change of whole attributes makes, for writes that answer none. */
export function changedItem(asked: Asked, id: string, current: AttributeMap | undefined, change: Change): AttributeMap {
  const { set, remove, keep = [] } = withTimeToLive(change);
  const isNew = change.anew || !current;
  const item: { [name: string]: AttributeValue } = { ...(isNew ? keyOf(asked, id) : current) };
  const instant = beginning(asked.now);
  if (!isNew) TOKENS.slice(1).forEach((name, place) => item[name] = current[TOKENS[place]] ?? { S: '' });
  for (const [name] of remove) delete item[name];
  for (const [[name], value] of set) item[name] = value;
  for (const [name, value] of keep) if (!Object.hasOwn(item, name)) item[name] = value;
  const { version } = isNew ? { version: 0 } : versionOf(current);
  const counted = { updatedAt: instant, version: { N: String(version + 1) }, [TOKENS[0]]: { S: asked.token.text } };
  const born = { createdAt: instant, [HIDDEN.life]: { S: lifeOf(asked.token) } };
  return change.anew ? { ...item, ...born, ...counted } : { ...(change.creates && born), ...item, ...counted };
}
