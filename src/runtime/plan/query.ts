import { Condition, isLive } from './conditions';
import { idAttribute, keyOf } from './key';
import { HIDDEN } from '../../model';
import { shardScope } from '../item/scope';
import { Access } from '../list/access';
import { Position } from '../list/cursor';
import { Filter } from '../list/filter';
import { Asked } from '../operations/asked';
import { invalidParameter } from '../request/query-string';
import { AttributeMap, Call } from '../store/call';
import { Expression } from '../store/expression';

/** How much of an access one call reads. */
export interface Reading {
  readonly descending: boolean;
  readonly consistent: boolean;
  readonly limit?: number;
  readonly after?: Position;
  /** The last key that was read, in place of a position. */
  readonly from?: AttributeMap;
  readonly countOnly?: boolean;
}

/** The partitions that an access reads: one, or one a shard. */
export function partitionsOf({ api: { model }, scope }: Asked, { scoped }: Pick<Access, 'scoped'>): (string | undefined)[] {
  if (!scoped || scope === undefined) return [undefined];
  if (model.scope.kind !== 'collection') return [scope];
  return Array.from({ length: model.scope.shards }, (_, shard) => shardScope(scope, shard));
}

/** One page of one partition. */
export function query(asked: Asked, access: Access, partition: string | undefined, reading: Reading): Call {
  const { api: { tableName, model }, now } = asked;
  const { descending, consistent, limit, after, from, countOnly } = reading;
  const expression = new Expression();
  const KeyConditionExpression = keyCondition(access, partition, expression);
  const FilterExpression = filterExpression(isLive(model, now), access.rest, expression);
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
      ...((from ?? after) && { ExclusiveStartKey: from ?? startKey(asked, access, partition, after!) }),
    },
  };
}

/** The keys of all partitions of the scope, with some attributes: every row, whatever clients see of it. */
export function queryKeys(asked: Asked, limit: number, attributes: readonly string[]): Call[] {
  const { api: { tableName, model } } = asked;
  const attribute = idAttribute(model);
  return partitionsOf(asked, { scoped: true }).map((partition) => {
    const expression = new Expression();
    const KeyConditionExpression = keyCondition({ equals: [] }, partition, expression);
    const ProjectionExpression = [attribute, ...attributes].map((name) => expression.name(name)).join(', ');
    return {
      action: partition === undefined ? 'Scan' : 'Query',
      input: {
        TableName: tableName,
        ...(partition !== undefined && { KeyConditionExpression }),
        ProjectionExpression,
        ...expression.placeholders,
        Limit: limit,
        ConsistentRead: true,
      },
    };
  });
}

function keyCondition({ equals, range }: Pick<Access, 'equals' | 'range'>, partition: string | undefined, expression: Expression): string {
  const scope = partition === undefined ? [] : [[HIDDEN.scope, { S: partition }] as const];
  const parts = [...scope, ...equals].map(([attribute, value]) => `${expression.name(attribute)} = ${expression.value(value)}`);
  if (range) parts.push(comparison(range, expression));
  return parts.join(' AND ');
}

/**
 * In bytes, of which placeholders and operators have one a character. Its 300 operators are out of reach: a list has 20 filters.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html (expression parameters)
 */
const LONGEST_EXPRESSION = 4096;

function filterExpression(own: readonly Condition[], filters: readonly Filter[], expression: Expression): string {
  return filters.reduce((before, filter) => {
    const text = [...(before ? [before] : []), comparison(filter, expression)].join(' AND ');
    if (text.length <= LONGEST_EXPRESSION) return text;
    throw invalidParameter(filter.parameter, 'is more than one read can filter by, together with the filters before it; use fewer values or filters');
  }, own.map((condition) => condition(expression)).join(' AND '));
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
