import { ReturnConsumedCapacity } from '../capacity';
import { checkKeyPiece, keyMismatch } from '../checks/keys';
import { checkNestedPaths } from '../checks/paths';
import { Condition, expressionOfConditions } from '../expressions/legacy';
import { Expression, ParsedCondition } from '../expressions/syntax';
import { validationError } from '../service-error';
import { Context, reportConsumption } from './operation';
import { projectedPaths, ProjectedRequest } from './projected';
import { Page, startKeyNames } from './read-page';
import { encodeKey, keyAttributes } from '../storage/key-schema';
import { SecondaryIndex } from '../storage/secondary-index';
import { Table } from '../storage/table';
import { Item } from '../values/attribute-value';

/** What Query and Scan have in common. */
export interface SearchRequest extends ProjectedRequest {
  readonly TableName: string;
  readonly IndexName?: string;
  readonly Limit?: number;
  readonly ConsistentRead?: boolean;
  readonly ExclusiveStartKey?: Item;
  readonly Select?: 'ALL_ATTRIBUTES' | 'ALL_PROJECTED_ATTRIBUTES' | 'SPECIFIC_ATTRIBUTES' | 'COUNT';
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity;
  readonly ConditionalOperator?: string;
  readonly _filter?: ParsedCondition;
}

/** Checks that Query and Scan share and that need no table. */
export function selectionProblem(request: SearchRequest & { readonly ProjectionExpression?: string }): string | undefined {
  const { Select, IndexName } = request;
  const isProjected = request.AttributesToGet !== undefined || request.ProjectionExpression !== undefined;
  if (Select === 'SPECIFIC_ATTRIBUTES' && !isProjected) {
    return 'One or more parameter values were invalid: Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES';
  }
  if (Select !== undefined && Select !== 'SPECIFIC_ATTRIBUTES' && isProjected) {
    return `One or more parameter values were invalid: Cannot specify the AttributesToGet or ProjectionExpression when choosing to get ${Select === 'COUNT' ? 'only the Count' : Select}`;
  }
  if (Select === 'ALL_PROJECTED_ATTRIBUTES' && IndexName === undefined) {
    return 'One or more parameter values were invalid: ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName';
  }
  return undefined;
}

/** @throws ValidationException for an index that is not there, or cannot be read as asked */
export function indexOf(table: Table, { IndexName, ConsistentRead }: SearchRequest): SecondaryIndex | undefined {
  if (IndexName === undefined) return undefined;
  const index = table.indexes.get(IndexName);
  if (index === undefined) throw validationError(`The table does not have the specified index: ${IndexName}`);
  if (index.kind === 'Global' && ConsistentRead) throw validationError('Consistent reads are not supported on global secondary indexes');
  return index;
}

/** A local index may be asked for more than it holds, which is then read from the table; a global one may not. */
export function needsFetch(request: SearchRequest, index: SecondaryIndex | undefined): boolean {
  if (index?.projected === undefined) return false;
  const missing = (projectedPaths(request) ?? []).map(([head]) => head as string).filter((name) => !index.projected!.has(name));
  const wantsAll = request.Select === 'ALL_ATTRIBUTES';
  if (index.kind === 'Local') return wantsAll || missing.length > 0;
  if (wantsAll) {
    throw validationError('One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index '
      + `${index.name} because its projection type is not ALL`);
  }
  if (missing.length > 0) {
    throw validationError(`One or more parameter values were invalid: Global secondary index ${index.name} does not project [${missing.join(', ')}]`);
  }
  return false;
}

export function filterOf(request: SearchRequest, conditions: Readonly<Record<string, Condition>> | undefined): Expression | undefined {
  return request._filter?.expression ?? (conditions && expressionOfConditions(conditions, request.ConditionalOperator));
}

export function checkReadPaths(request: SearchRequest, table: Table): void {
  checkNestedPaths(request._projection?.nestedPaths, table);
  checkNestedPaths(request._filter?.nestedPaths, table);
}

/** Where the previous page ended. @throws ValidationException for anything but a key of the table and of the index */
export function startKeyOf(table: Table, index: SecondaryIndex | undefined, key: Item): string {
  const refuse = (reason = '') => validationError(`The provided starting key is invalid${reason}`);
  const names = startKeyNames(table, index);
  if (Object.keys(key).length !== names.size) throw refuse(`: ${keyMismatch().message}`);
  for (const attribute of [...keyAttributes(table.schema), ...(index ? keyAttributes(index.schema) : [])]) {
    try {
      checkKeyPiece(key, attribute);
    } catch (error) {
      throw refuse(`: ${(error as Error).message}`);
    }
  }
  const tableKey = encodeKey(table.schema, key);
  return index === undefined ? tableKey : index.keyOf(key, tableKey)!;
}

export function pageResponse({ items, scannedCount, lastEvaluatedKey, consumption }: Page, request: SearchRequest, context: Context): object {
  return {
    ...(request.Select !== 'COUNT' && { Items: items }),
    Count: items.length,
    ScannedCount: scannedCount,
    ...(lastEvaluatedKey && { LastEvaluatedKey: lastEvaluatedKey }),
    ...reportConsumption(context, request.ReturnConsumedCapacity, consumption),
  };
}
