import './linear-conditions';
import { checkValidations } from 'dynalite/validations';
import { EXPRESSION_BYTES } from '../limits';
import { ErrorBody, ServiceError, validationError } from '../service-error';
import { deserialize } from './deserialize';
import { Members } from './members';

/** What an operation's request must be. */
export interface RequestShape {
  readonly members: Members;
  /** Checks that span members: a message if one fails. Parsed expressions are put beside their texts, as `_condition` and so on. */
  readonly custom?: (request: never, store: object) => string | void;
}

/** dynalite measures items by UTF-16 units; ours are measured when they are written. */
const STORE = { options: { maxItemSize: Infinity } };

const EXPRESSIONS = ['ConditionExpression', 'FilterExpression', 'KeyConditionExpression', 'ProjectionExpression', 'UpdateExpression'];

/**
 * The request of an operation, checked as far as it can be without its table.
 * @throws ValidationException, SerializationException
 */
export function parseRequest<T>(input: unknown, { members, custom }: RequestShape): T {
  const request = deserialize(input, members);
  checkExpressionSizes(request);
  try {
    checkValidations(request, members, custom, STORE);
  } catch (error) {
    throw serviceErrorOf(error);
  }
  return request as T;
}

/** Before they are parsed, whose time depends on it. */
export function checkExpressionSizes(request: object): void {
  for (const name of EXPRESSIONS) {
    const expression = (request as Readonly<Record<string, unknown>>)[name];
    if (typeof expression === 'string' && Buffer.byteLength(expression) > EXPRESSION_BYTES) {
      throw validationError(`Invalid ${name}: Expression size has exceeded the maximum allowed size; expression size: ${Buffer.byteLength(expression)}`);
    }
  }
}

/** dynalite throws plain errors with the answer in them. */
function serviceErrorOf(error: unknown): unknown {
  const { statusCode, body } = error as { statusCode?: number; body?: ErrorBody };
  return statusCode === undefined || body === undefined ? error : new ServiceError(statusCode, body);
}
