import './linear-conditions';
import { checkValidations } from 'dynalite/validations';
import { ErrorBody, ServiceError } from '../service-error';
import { deserialize } from './deserialize';
import { checkExpressionLimits } from './expression-limits';
import { Members } from './members';

/** What an operation's request must be. */
export interface RequestShape {
  readonly members: Members;
  /** Checks that span members: a message if one fails. Parsed expressions are put beside their texts, as `_condition` and so on. */
  readonly custom?: (request: never, store: object) => string | void;
}

/** dynalite measures items by UTF-16 units; ours are measured when they are written. */
const STORE = { options: { maxItemSize: Infinity } };

/**
 * The request of an operation, checked as far as it can be without its table.
 * @throws ValidationException, SerializationException
 */
export function parseRequest<T>(input: unknown, { members, custom }: RequestShape): T {
  const request = deserialize(input, members);
  checkExpressionLimits(request);
  try {
    checkValidations(request, members, custom, STORE);
  } catch (error) {
    throw serviceErrorOf(error);
  }
  return request as T;
}

/** dynalite throws plain errors with the answer in them. */
function serviceErrorOf(error: unknown): unknown {
  const { statusCode, body } = error as { statusCode?: number; body?: ErrorBody };
  return statusCode === undefined || body === undefined ? error : new ServiceError(statusCode, body);
}
