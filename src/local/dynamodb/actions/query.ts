import {
  convertKeyCondition, findDuplicate, validateAttributeValue, validateConditions, validateExpressionParams, validateExpressions,
} from 'dynalite/validations';
import { types } from 'dynalite/validations/query';
import { operation } from './operation';
import {
  checkReadPaths, filterOf, indexOf, needsFetch, pageResponse, SearchRequest, selectionProblem, startKeyOf,
} from './page-request';
import { projectedPaths } from './projected';
import { readPage } from './read-page';
import { checkKeyConditions } from '../checks/key-conditions';
import { keyRangeOf } from '../expressions/key-range';
import { Condition } from '../expressions/legacy';
import { ParsedCondition } from '../expressions/syntax';
import { validationError } from '../service-error';
import { keyNames, KeySchema } from '../storage/key-schema';
import { KeyRange, successor } from '../storage/ordered-map';

type KeyConditions = Readonly<Record<string, Condition>>;

interface QueryRequest extends SearchRequest {
  readonly KeyConditions?: KeyConditions;
  readonly QueryFilter?: Readonly<Record<string, Condition>>;
  readonly ScanIndexForward?: boolean;
  readonly _keyCondition?: ParsedCondition;
  /** Those of either form. */
  _keyConditions?: KeyConditions;
}

/** Operators that no sorted key can answer. */
const UNORDERED = new Set(['NULL', 'NOT_NULL', 'NE', 'CONTAINS', 'NOT_CONTAINS', 'IN']);

export const query = operation<QueryRequest>({ members: types, custom }, (request, context) => {
  const table = context.database.table(request.TableName);
  const index = indexOf(table, request);
  const schema = index?.schema ?? table.schema;
  const conditions = keyConditionsOf(request);
  const selected = keyRangeOf(schema, conditions);
  checkKeyConditions(conditions, schema);
  const forward = request.ScanIndexForward ?? true;
  const start = request.ExclusiveStartKey && startKeyOf(table, index, request.ExclusiveStartKey);
  checkFilter(request, schema);
  checkReadPaths(request, table);
  const page = readPage({
    table,
    index,
    range: start === undefined ? selected : rangeAfter(start, selected, forward),
    forward,
    limit: request.Limit ?? Infinity,
    consistent: request.ConsistentRead,
    filter: filterOf(request, request.QueryFilter),
    paths: projectedPaths(request),
    fetch: needsFetch(request, index),
  });
  return pageResponse(page, request, context);
});

/** As dynalite's, but for its bound of two conditions. */
function custom(request: QueryRequest): string | undefined {
  const { KeyConditions, QueryFilter, ExclusiveStartKey = {} } = request;
  const problem = selectionProblem(request)
    ?? validateExpressionParams(
      request, ['ProjectionExpression', 'FilterExpression', 'KeyConditionExpression'],
      ['AttributesToGet', 'QueryFilter', 'ConditionalOperator', 'KeyConditions'],
    )
    ?? validateConditions(QueryFilter)
    ?? duplicateProblem(request)
    ?? startKeyProblem(Object.values(ExclusiveStartKey));
  if (problem) return problem;
  if (KeyConditions === undefined && !('KeyConditionExpression' in request)) {
    return 'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.';
  }
  return validateExpressions(request) ?? keyConditionProblem(request);
}

function duplicateProblem({ AttributesToGet }: QueryRequest): string | undefined {
  const duplicate = findDuplicate(AttributesToGet as string[] | undefined);
  return duplicate ? `One or more parameter values were invalid: Duplicate value in attribute name: ${duplicate}` : undefined;
}

function startKeyProblem(values: readonly object[]): string | undefined {
  const problem = values.map(validateAttributeValue).find((found) => found);
  return problem && `The provided starting key is invalid: ${problem}`;
}

function keyConditionProblem(request: QueryRequest): string | undefined {
  // done once: it changes what it converts
  const converted = request._keyCondition && convertKeyCondition(request._keyCondition.expression);
  if (typeof converted === 'string') return converted;
  request._keyConditions = converted ?? request.KeyConditions;
  return validateConditions(request._keyConditions);
}

function keyConditionsOf({ _keyConditions }: QueryRequest): KeyConditions {
  const conditions = _keyConditions!;
  if (Object.values(conditions).some(({ ComparisonOperator }) => UNORDERED.has(ComparisonOperator))) {
    throw validationError('Attempted conditional constraint is not an indexable operation');
  }
  return conditions;
}

/** The key is read by itself: a filter on it would be one too many. */
function checkFilter({ QueryFilter, _filter }: QueryRequest, schema: KeySchema): void {
  const heads: Readonly<Record<string, unknown>> = QueryFilter ?? _filter?.pathHeads ?? {};
  const name = keyNames(schema).find((key) => Object.hasOwn(heads, key));
  if (name === undefined) return;
  throw validationError(`${QueryFilter ? 'QueryFilter' : 'Filter Expression'} can only contain non-primary key attributes: Primary key attribute: ${name}`);
}

function rangeAfter(start: string, selected: KeyRange, forward: boolean): KeyRange {
  if (start < selected.low || start >= selected.high) {
    throw validationError('The provided starting key is outside query boundaries based on provided conditions');
  }
  return forward ? { low: successor(start), high: selected.high } : { low: selected.low, high: start };
}
