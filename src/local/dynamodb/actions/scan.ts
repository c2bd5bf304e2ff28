import { custom, types } from 'dynalite/validations/scan';
import { Condition } from '../expressions/legacy';
import { validationError } from '../service-error';
import { operation } from './operation';
import {
  checkReadPaths, filterOf, indexOf, needsFetch, pageResponse, SearchRequest, selectionProblem, startKeyOf,
} from './page-request';
import { projectedPaths } from './projected';
import { readPage } from './read-page';
import { segmentStart } from '../storage/key-encoding';
import { EVERYTHING, KeyRange, successor } from '../storage/ordered-map';

interface ScanRequest extends SearchRequest {
  readonly ScanFilter?: Readonly<Record<string, Condition>>;
  readonly Segment?: number;
  readonly TotalSegments?: number;
}

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html */
const MAX_SEGMENTS = 1_000_000;

const members = { ...types, ConsistentRead: 'Boolean', TotalSegments: { type: 'Integer', greaterThanOrEqual: 1, lessThanOrEqual: MAX_SEGMENTS } };

const shape = { members, custom: (request: ScanRequest, store: object) => selectionProblem(request) ?? custom(request as never, store) };

export const scan = operation<ScanRequest>(shape, (request, context) => {
  const table = context.database.table(request.TableName);
  const index = indexOf(table, request);
  const start = request.ExclusiveStartKey && startKeyOf(table, index, request.ExclusiveStartKey);
  checkReadPaths(request, table);
  const page = readPage({
    table,
    index,
    range: rangeOf(request, start),
    forward: true,
    limit: request.Limit ?? Infinity,
    consistent: request.ConsistentRead,
    filter: filterOf(request, request.ScanFilter),
    paths: projectedPaths(request),
    fetch: needsFetch(request, index),
  });
  return pageResponse(page, request, context);
});

function rangeOf({ Segment = 0, TotalSegments = 1 }: ScanRequest, start: string | undefined): KeyRange {
  const segment = TotalSegments === 1
    ? EVERYTHING
    : { low: segmentStart(Segment, TotalSegments), high: segmentStart(Segment + 1, TotalSegments) };
  if (start === undefined) return segment;
  if (start < segment.low || start >= segment.high) {
    throw validationError('The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment. '
      + `TotalSegments: ${TotalSegments} Segment: ${Segment}`);
  }
  return { low: successor(start), high: segment.high };
}
