import { numberAt, textAt } from './attributes';
import { HIDDEN, Model } from '../../model';
import { AttributeMap, AttributeValue } from '../store/call';

/** Set by clients where an entity has expiry: the item is absent from then on. */
export const EXPIRES_AT = 'expiresAt';
/** Set by a delete that can be undone: the item is absent, until a restore. */
export const DELETED_AT = 'deletedAt';

/**
 * When an attempt makes an item, counted from 1. A repetition may make it again after another's delete, and then it is another item, with tags of its own.
 */
export function beginning(now: number, attempt = 1): AttributeValue {
  return { S: new Date(now + attempt - 1).toISOString() };
}

/** What an item is to clients: what is not live is absent, though the store still has it. */
export type LifeState = 'live' | 'deleted' | 'gone';

export function lifeStateOf({ entity }: Model, item: AttributeMap, now: number): LifeState {
  if (entity.expiry && (textAt(item, EXPIRES_AT) ?? '~') <= new Date(now).toISOString()) return 'gone';
  if (entity.softDeleteSeconds === undefined || !Object.hasOwn(item, DELETED_AT)) return 'live';
  return (numberAt(item, HIDDEN.timeToLive) ?? Infinity) * 1000 > now ? 'deleted' : 'gone';
}

/** Epoch seconds, as DynamoDB's time to live wants them; never before the instant itself. */
export function timeToLive(instant: number): AttributeValue {
  return { N: String(Math.ceil(instant / 1000)) };
}

/** The time to live that an item's own expiry asks for. */
export function expiryOf(item: AttributeMap): AttributeValue | undefined {
  const instant = textAt(item, EXPIRES_AT);
  return instant === undefined ? undefined : timeToLive(Date.parse(instant));
}
