import { Problem } from '../answer/problem';
import { Asked } from '../operations/asked';
import { CancellationReason, Call } from '../store/call';

/** What is written or checked beside an item, all or nothing. */
export interface Companion {
  /** An element of `TransactItems`. */
  readonly entry: object;
  /** What the client is told if the companion's condition fails. */
  readonly refusal: () => Problem;
  /** The item is written without the companion if its condition fails. */
  readonly isOptional?: true;
}

/** Whether an element of a transaction stood against it. */
export function isRefused({ Code }: CancellationReason): boolean {
  return Code === 'ConditionalCheckFailed';
}

/** What the client is told of the companions that stood against a write, with all of the first one's kind; undefined if the item did, or none. */
export function refusalOf(companions: readonly Companion[], [main, ...others]: readonly CancellationReason[]): Problem | undefined {
  if (isRefused(main)) return undefined;
  const [first, ...more] = companions.filter((_, place) => isRefused(others[place])).map(({ refusal }) => refusal());
  const alike = more.filter(({ code }) => code === first.code);
  if (alike.length === 0) return first;
  return new Problem(first.status, first.code, first.detail, { errors: [first, ...alike].flatMap(({ errors = [] }) => errors) });
}

/** The item's write: by itself, or in one transaction with its companions. */
export function together(asked: Asked, main: Call, companions: readonly Companion[], attempt?: string): Call {
  if (companions.length === 0) return main;
  return transaction(asked, [entryOf(main), ...companions.map(({ entry }) => entry)], attempt);
}

/**
 * A transaction; its token, which no other of the request may have, makes a repetition answer as the first attempt did, so no outcome is ever unsure.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html (ClientRequestToken)
 */
export function transaction({ token }: Asked, entries: readonly object[], attempt = '0'): Call {
  return { action: 'TransactWriteItems', input: { TransactItems: entries, ClientRequestToken: `${token.text}-${attempt}` } };
}

/** A write as an element of a transaction, which answers no values. */
export function entryOf({ action, input: { ReturnValues: _, ...input } }: Call): object {
  return { [action.replace('Item', '')]: input };
}
