import { Item } from './values/attribute-value';

/** The namespaces in which DynamoDB's error types live on the wire. */
const NAMESPACE = {
  dynamodb: 'com.amazonaws.dynamodb.v20120810',
  validation: 'com.amazon.coral.validate',
  service: 'com.amazon.coral.service',
} as const;

export interface ErrorBody {
  readonly __type: string;
  readonly message?: string;
  /** So spelt by some of the errors. */
  readonly Message?: string;
  readonly [member: string]: unknown;
}

/** An answer other than success, as the wire has it. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';

  /** @param capacityUnits - consumed all the same */
  constructor(readonly statusCode: number, readonly body: ErrorBody, readonly capacityUnits = 0) {
    super(body.message ?? body.Message ?? body.__type);
  }

  /** `ConditionalCheckFailedException`: the type without its namespace. */
  get type(): string {
    return this.body.__type.slice(this.body.__type.indexOf('#') + 1);
  }
}

function dynamoDbError(type: string, message: string, members: object = {}): ServiceError {
  return new ServiceError(400, { __type: `${NAMESPACE.dynamodb}#${type}`, message, ...members });
}

export function validationError(message: string): ServiceError {
  return new ServiceError(400, { __type: `${NAMESPACE.validation}#ValidationException`, message });
}

/** A key that is empty text or binary: the one fault of an item that fails a transaction as a whole. */
export class EmptyKeyError extends ServiceError {
  constructor(message: string) {
    super(400, validationError(message).body);
  }
}

/** The request is not of the operation's shape. */
export function serializationError(message: string): ServiceError {
  return new ServiceError(400, { __type: `${NAMESPACE.service}#SerializationException`, message });
}

export function unknownOperation(): ServiceError {
  return new ServiceError(400, { __type: `${NAMESPACE.service}#UnknownOperationException` });
}

export function missingAuthenticationToken(): ServiceError {
  return new ServiceError(400, {
    __type: `${NAMESPACE.service}#MissingAuthenticationTokenException`, message: 'Request is missing Authentication Token',
  });
}

export function incompleteSignature(): ServiceError {
  return new ServiceError(400, {
    __type: `${NAMESPACE.service}#IncompleteSignatureException`, message: "Authorization header requires 'Credential' parameter.",
  });
}

export function accessDenied(message: string): ServiceError {
  return new ServiceError(400, { __type: `${NAMESPACE.service}#AccessDeniedException`, Message: message });
}

export function requestTooLarge(): ServiceError {
  return new ServiceError(413, { __type: `${NAMESPACE.service}#RequestEntityTooLargeException`, message: 'Request size exceeded 16777216 bytes' });
}

export function internalServerError(): ServiceError {
  return new ServiceError(500, { __type: `${NAMESPACE.dynamodb}#InternalServerError`, message: 'The request processing has failed because of an unknown error' });
}

export function resourceNotFound(message = 'Requested resource not found'): ServiceError {
  return dynamoDbError('ResourceNotFoundException', message);
}

export function resourceInUse(message: string): ServiceError {
  return dynamoDbError('ResourceInUseException', message);
}

export function limitExceeded(message: string): ServiceError {
  return dynamoDbError('LimitExceededException', message);
}

/** With the item as it was, where the request asks for it (`ReturnValuesOnConditionCheckFailure`). */
export function conditionalCheckFailed(capacityUnits: number, item?: Item): ServiceError {
  const __type = `${NAMESPACE.dynamodb}#ConditionalCheckFailedException`;
  return new ServiceError(400, { __type, message: 'The conditional request failed', ...(item && { Item: item }) }, capacityUnits);
}

/** Why one action of a transaction did not go through, or `None`. */
export interface CancellationReason {
  readonly Code: string;
  readonly Message?: string;
  readonly Item?: Item;
}

export function transactionCanceled(reasons: readonly CancellationReason[]): ServiceError {
  return new ServiceError(400, {
    __type: `${NAMESPACE.dynamodb}#TransactionCanceledException`,
    Message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.map(({ Code }) => Code).join(', ')}]`,
    CancellationReasons: reasons,
  });
}

export function provisionedThroughputExceeded(): ServiceError {
  return dynamoDbError(
    'ProvisionedThroughputExceededException', 'The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level',
  );
}

export function transactionConflict(): ServiceError {
  return dynamoDbError('TransactionConflictException', 'Transaction is ongoing for the item');
}

export function idempotentParameterMismatch(): ServiceError {
  return dynamoDbError(
    'IdempotentParameterMismatchException', 'The request contains parameters that do not match the initial request with the same client token',
  );
}
