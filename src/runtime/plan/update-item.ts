import { allOf, Condition, isFirst, remembersAll } from './conditions';
import { keyOf } from './key';
import { TOKENS, WriteToken } from '../item/write-token';
import { Asked } from '../operations/asked';
import { AttributeValue, Call } from '../store/call';
import { Expression } from '../store/expression';

/** What an update does to an item, by the paths of its attributes. */
export interface Change {
  readonly set: readonly (readonly [path: readonly string[], value: AttributeValue])[];
  readonly remove: readonly (readonly string[])[];
  /** Set in a new item, kept in one that exists. */
  readonly keep?: readonly (readonly [attribute: string, value: AttributeValue])[];
}

/** One UpdateItem that changes an item, counts its version on and remembers the write; a failed condition shows the item. */
export function updateItem(asked: Asked, id: string, change: Change, conditions: readonly Condition[]): Call {
  const { api: { tableName }, now, token } = asked;
  const expression = new Expression();
  const UpdateExpression = updateExpression(change, now, token, expression);
  const ConditionExpression = allOf([...conditions, isFirst(token)], expression);
  return {
    action: 'UpdateItem',
    input: {
      TableName: tableName,
      Key: keyOf(asked, id),
      UpdateExpression,
      ConditionExpression,
      ...expression.placeholders,
      ReturnValues: 'ALL_NEW',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
    repeatOnlyIf: remembersAll(now),
  };
}

function updateExpression({ set, remove, keep = [] }: Change, now: number, token: WriteToken, expression: Expression): string {
  const assignments = [...set, [['updatedAt'], { S: new Date(now).toISOString() }] as const]
    .map(([path, value]) => `${expression.name(...path)} = ${expression.value(value)}`);
  for (const [attribute, value] of keep) {
    const name = expression.name(attribute);
    assignments.push(`${name} = if_not_exists(${name}, ${expression.value(value)})`);
  }
  const clauses = [`SET ${[...assignments, ...rememberWrite(token, expression)].join(', ')}`];
  if (remove.length > 0) clauses.push(`REMOVE ${remove.map((path) => expression.name(...path)).join(', ')}`);
  clauses.push(`ADD ${expression.name('version')} ${expression.value({ N: '1' })}`);
  return clauses.join(' ');
}

/** Each token moves one place on; an expression reads all values as they were before. */
function rememberWrite(token: WriteToken, expression: Expression): string[] {
  const none = expression.value({ S: '' });
  const [newest, ...older] = TOKENS;
  return [
    `${expression.name(newest)} = ${expression.value({ S: token.text })}`,
    ...older.map((name, position) => `${expression.name(name)} = if_not_exists(${expression.name(TOKENS[position])}, ${none})`),
  ];
}
