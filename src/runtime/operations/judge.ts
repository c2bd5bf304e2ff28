import { Asked } from './asked';
import { FixedFields, fixedViolations } from './fixed-fields';
import { Problem } from '../answer/problem';
import { alreadyExists, notFound, unknownOutcome, versionMismatch } from '../answer/problems';
import { isSameItem, versionOf } from '../item/entity-tag';
import { isGenerated } from '../item/item-id';
import { lifeStateOf } from '../item/lifetime';
import { refuseInvalid } from '../item/read-item';
import { isSameContent, mayBeAnother, mayHaveForgotten, tokenIn, TOKENS } from '../item/write-token';
import { keyReused } from '../plan/idempotency';
import { Companion, refusalOf } from '../plan/transaction';
import { isExcluded, meetsIfMatch, onlyBase } from '../request/preconditions';
import { AttributeMap, CancellationReason, Completed } from '../store/call';

/** What a write brings along that matters when it fails. */
export interface Attempt {
  readonly fixed?: FixedFields;
  /** The write makes the item if there is none. */
  readonly creates?: boolean;
  /** The write is of an item that was deleted; otherwise of one that clients can see. */
  readonly expects?: 'deleted';
  readonly companions?: readonly Companion[];
  /** The item that the write makes, where the store does not answer it. */
  readonly after?: AttributeMap;
}

/** What a write came to: its effect, or the item as it is (if any), where nothing that the request demands stood against it. */
export type Judgement = Written | { readonly current: AttributeMap | undefined };

export interface Written {
  /** Not known for a part of a transaction that has not read its item. */
  readonly written: AttributeMap | undefined;
  /** By an earlier request with the same `Idempotency-Key`. */
  readonly replayed?: boolean;
}

/** Finds out why a write failed. What the request demanded and the item does not meet is thrown as a problem. */
export function judge(asked: Asked, result: Completed, attempt: Attempt): Judgement {
  if (result.kind === 'done') return { written: result.output.Attributes ?? attempt.after };
  const { item, unsure } = result.kind === 'canceled' ? refusedItem(result.reasons, attempt) : result;
  return judgeItem(asked, item, attempt, unsure);
}

/** What an item as it is says about the write: that it has taken effect, or whether it can. */
export function judgeItem(asked: Asked, item: AttributeMap | undefined, attempt: Attempt, unsure = false): Judgement {
  const { api: { model }, token, now } = asked;
  const carried = item && tokenIn(item, token);
  if (item && carried !== undefined) {
    const isEarlier = asked.idempotencyKey !== undefined && (!unsure || carried !== token.text);
    if (!isEarlier) return { written: item };
    // what an earlier request wrote and is gone since is as absent as any other
    if (lifeStateOf(model, item, now) === 'live') {
      if (!isSameContent(carried, token)) throw keyReused();
      return { written: item, replayed: true };
    }
  }
  if (unsure && mayHaveWritten(asked, item)) throw unknownOutcome();
  return { current: currentItem(asked, item, attempt) };
}

/** Whether an attempt may have taken effect all the same, although the item does not carry its token. */
function mayHaveWritten({ api: { model }, now, preconditions }: Asked, item: AttributeMap | undefined): boolean {
  if (!item) return true;
  const base = onlyBase(preconditions);
  const current = versionOf(item);
  // what it made of that version would be the next one, and the latest few are remembered
  if (base && isSameItem(base, current)) return current.version - base.version > TOKENS.length;
  return mayHaveForgotten(item, now) || (!isGenerated(model.entity) && mayBeAnother(item, now));
}

/** The item as the request finds it; undefined only for a write that creates. */
export function currentItem(asked: Asked, item: AttributeMap | undefined, attempt: Attempt): AttributeMap | undefined {
  const { creates, expects = 'live', fixed = new Map() } = attempt;
  const { api: { model, fingerprint }, preconditions, now, name } = asked;
  const state = item && lifeStateOf(model, item, now);
  if (state === 'live' && expects === 'deleted') throw new Problem(409, 'conflict', 'the item is not deleted');
  if (item && state === expects) {
    const version = versionOf(item);
    if (!meetsIfMatch(preconditions, version) || isExcluded(preconditions, version, fingerprint)) throw versionMismatch(asked, item);
    refuseInvalid(fixedViolations(model, fixed, item));
    return item;
  }
  // RFC 9110, 13.1.1: nothing matches what is not there; for PATCH and DELETE the contract says what is more useful
  if (preconditions.ifMatch && name !== 'update' && name !== 'delete') throw versionMismatch(asked);
  if (!creates) throw notFound();
  if (state === 'deleted') throw preconditions.ifNoneMatch === '*' ? versionMismatch(asked) : alreadyExists();
  return item;
}

/** In a transaction the item's own condition comes first; a companion knows what its failure means. */
function refusedItem(reasons: readonly CancellationReason[], { companions = [] }: Attempt): { item?: AttributeMap; unsure: boolean } {
  const refusal = refusalOf(companions, reasons);
  if (refusal) throw refusal;
  return { item: reasons[0].Item, unsure: false };
}
