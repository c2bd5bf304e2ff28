import { keyOf } from './key';
import { HIDDEN } from '../../model';
import { shardScope } from '../item/scope';
import { Position } from '../list/cursor';
import { Filter } from '../list/filter';
import { Access } from '../list/planner';
import { Asked } from '../operations/asked';
import { AttributeMap, Call } from '../store/call';
import { Expression } from '../store/expression';

/** How much of an access one call reads. */
export interface Reading {
  readonly descending: boolean;
  readonly consistent: boolean;
  readonly limit?: number;
  readonly after?: Position;
  readonly countOnly?: boolean;
}

/** The partitions that an access reads: one, or one a shard. */
export function partitionsOf({ api: { model }, scope }: Asked, { scoped }: Access): (string | undefined)[] {
  if (!scoped || scope === undefined) return [undefined];
  if (model.scope.kind !== 'collection') return [scope];
  return Array.from({ length: model.scope.shards }, (_, shard) => shardScope(scope, shard));
}

/** One page of one partition. */
export function query(asked: Asked, access: Access, partition: string | undefined, reading: Reading): Call {
  const { api: { tableName } } = asked;
  const { descending, consistent, limit, after, countOnly } = reading;
  const expression = new Expression();
  const KeyConditionExpression = keyCondition(access, partition, expression);
  const FilterExpression = access.rest.map((filter) => comparison(filter, expression)).join(' AND ');
  return {
    action: access.scan ? 'Scan' : 'Query',
    input: {
      TableName: tableName,
      ...(access.index && { IndexName: access.index.name }),
      ...(!access.scan && { KeyConditionExpression }),
      ...(FilterExpression && { FilterExpression }),
      ...expression.placeholders,
      ...(descending && !access.scan && { ScanIndexForward: false }),
      ...(consistent && { ConsistentRead: true }),
      ...(limit !== undefined && { Limit: limit }),
      ...(countOnly && { Select: 'COUNT' }),
      ...(after && { ExclusiveStartKey: startKey(asked, access, partition, after) }),
    },
  };
}

function keyCondition({ equals, range }: Access, partition: string | undefined, expression: Expression): string {
  const parts = equals.map(([attribute, value]) => `${expression.name(attribute)} = ${expression.value(value)}`);
  if (partition !== undefined) parts.unshift(`${expression.name(HIDDEN.scope)} = ${expression.value({ S: partition })}`);
  if (range) parts.push(comparison(range, expression));
  return parts.join(' AND ');
}

const COMPARATORS: { readonly [operator: string]: string } = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' };

function comparison({ path, operator, values }: Filter, expression: Expression): string {
  const name = expression.name(...path);
  if (operator === 'exists') return `${(values[0] as { BOOL: boolean }).BOOL ? 'attribute_exists' : 'attribute_not_exists'}(${name})`;
  const [first, ...others] = values.map((value) => expression.value(value));
  switch (operator) {
    case 'between': return `${name} BETWEEN ${first} AND ${others[0]}`;
    case 'in': return `${name} IN (${[first, ...others].join(', ')})`;
    case 'beginsWith': return `begins_with(${name}, ${first})`;
    case 'contains': return `contains(${name}, ${first})`;
    default: return `${name} ${COMPARATORS[operator]} ${first}`;
  }
}

/** The key after which a page begins; no item needs to have it. */
function startKey(asked: Asked, { index, equals, sort }: Access, partition: string | undefined, after: Position): AttributeMap {
  const id = (after[after.length - 1] as { S: string }).S;
  return {
    ...(index && Object.fromEntries(equals)),
    ...(index && Object.fromEntries(sort.map((name, position) => [name, after[position]]))),
    ...keyOf(asked, id),
    ...(partition !== undefined && { [HIDDEN.scope]: { S: partition } }),
  };
}
