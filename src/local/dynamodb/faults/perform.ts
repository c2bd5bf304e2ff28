import { ErrorAnswer, FaultKind, FaultyCall } from './fault';
import { internalServerError, provisionedThroughputExceeded, ServiceError, transactionCanceled, transactionConflict } from '../service-error';

/** Makes a call; only with another input, if one is given. */
type Make = (input: unknown) => Promise<object>;
/** What becomes of a call; undefined: nothing, and there is no answer. */
type Perform = (call: FaultyCall, make: Make) => Promise<object | undefined>;

/** Makes the call as the fault has it. @throws ServiceError */
export function perform(fault: FaultKind | ErrorAnswer | undefined, call: FaultyCall, make: Make): Promise<object | undefined> {
  if (typeof fault === 'string') return PERFORM[fault](call, make);
  if (fault) throw new ServiceError(fault.statusCode, fault.body);
  return make(call.input);
}

const effect: Perform = ({ input }, make) => make(input);

const PERFORM: { readonly [kind in FaultKind]: Perform } = {
  'throttle': (call) => refuse(call, 'ThrottlingError', provisionedThroughputExceeded()),
  'conflict': (call) => refuse(call, 'TransactionConflict', transactionConflict()),
  'error-before': async () => { throw internalServerError(); },
  'error-after': async ({ input }, make) => {
    await Promise.allSettled([make(input)]);
    throw internalServerError();
  },
  'reset-before': async () => undefined,
  'reset-after': effect,
  'hang': effect,
  'slow': effect,
  'malformed': effect,
  'wrong-checksum': effect,
  'unprocessed': leaveSecondHalf,
};

/**
 * A transaction says it by the reasons of its cancellation, one for each of its items.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html#API_TransactWriteItems_Errors
 */
async function refuse({ input }: FaultyCall, Code: string, error: ServiceError): Promise<never> {
  const { TransactItems } = input as { TransactItems?: unknown };
  throw Array.isArray(TransactItems) ? transactionCanceled(TransactItems.map(() => ({ Code }))) : error;
}

interface BatchWrite {
  readonly RequestItems?: { readonly [table: string]: readonly object[] };
  readonly UnprocessedItems?: object;
}

/** Of each table, every second request is left for another call. */
async function leaveSecondHalf({ input }: FaultyCall, make: Make): Promise<object> {
  const { RequestItems = {}, ...rest } = input as BatchWrite;
  const part = (keep: boolean) => Object.fromEntries(Object.entries(RequestItems)
    .map(([table, requests]) => [table, requests.filter((_, place) => (place % 2 === 0) === keep)] as const)
    .filter(([, requests]) => requests.length > 0));
  const answer = await make({ ...rest, RequestItems: part(true) });
  return { ...answer, UnprocessedItems: { ...(answer as BatchWrite).UnprocessedItems, ...part(false) } };
}
