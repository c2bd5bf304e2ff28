import { AttributeValue } from './attribute-values';
import { ExpectedCall } from './calls';
import { Derived, Expected } from './matchers';
import { RequestSpec } from './requests';

/** A request, and all that must be true of its answer. */
export interface Exchange {
  readonly request: RequestSpec;
  readonly status: number;
  /** Values by name, in any case of letters; `absent` for a header that must not be there. Headers that are not named are free. */
  readonly headers?: { readonly [name: string]: Expected };
  /** The whole body: a member that is not named here must not be there. Left out: the answer has no body. */
  readonly body?: Expected;
  /**
   * The DynamoDB calls that the request led to: all of them, each with its full input, and in order unless they are made at once.
   * Or what holds for them, as they were recorded.
   */
  readonly calls: readonly ExpectedCall[] | Derived;
  /** The calls are made at once, so none of them is the first. */
  readonly callsAtOnce?: true;
  /** The answer is the host's own, given before the API is asked: in the host's words. */
  readonly byHost?: true;
  /** Keeps the answer under this name: `{page.nextCursor}`, `{page.etag}`. */
  readonly as?: string;
  /** The answer is the one kept under this name, byte by byte but for its request id, instants and generated ids. */
  readonly sameAs?: string;
}

/**
 * One sentence of the contract, as data.
 *
 * Every text in a request and in an expectation may refer to what was captured: `{todo.id}` is the id of the item that
 * `given` calls `todo`, `{todo.etag}` its tag, `{page.nextCursor}` a member of the answer named `page`. A text that is
 * one reference has the value's own type. Braces round anything else stand for themselves.
 *
 * Cases run in parallel and against shared targets: each works on its own items.
 */
export interface Case extends Exchange {
  readonly name: string;
  /** Items that are created through the API first, with their captured names. */
  readonly given?: { readonly [name: string]: object };
  /** Rows that are put into the collection's table as they are, past the API, with their captured names; `{key}` is an id that it could have made. */
  readonly stored?: { readonly [name: string]: { readonly [attribute: string]: AttributeValue } };
  /** The collection that `given` and `exclusive` speak of, by its path. @default - todos */
  readonly collection?: string;
  /** Requests between the given items and the one in question; each must succeed. */
  readonly before?: readonly RequestSpec[];
  /** What is seen afterwards, by further requests. */
  readonly after?: readonly Exchange[];
  /** Who asks, unless a request says otherwise: the name of a token that the target has. @default - nobody */
  readonly caller?: string;
  /** Callers whom nobody has met, each with a token of its own: `own` has the subject and the team `own-{unique}`. */
  readonly newCallers?: readonly string[];
  /** Collections that it needs besides. */
  readonly alsoNeeds?: readonly string[];
  /** Speaks of paths or methods that another server in front of the API may answer: holds where the API has its host for itself. */
  readonly wholeHost?: true;
  /** Needs the collection for itself, empty at the start; only targets that may be emptied run it. */
  readonly exclusive?: true;
  /** Speaks to the gateway's own parser: holds for the local cloud, where AWS has its own edge in front. */
  readonly transport?: true;
}

/** A topic of the contract. */
export interface CaseFile {
  readonly topic: string;
  readonly cases: readonly Case[];
}

/** Cases of one collection. */
export function inCollection(collection: string, cases: readonly Case[]): Case[] {
  return cases.map((one) => ({ collection, ...one }));
}
