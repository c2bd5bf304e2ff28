import { textAt } from './attributes';
import { HIDDEN } from '../../model';
import { AttributeMap } from '../store/call';

/** The version of an item that a strong entity tag stands for. */
export interface Version {
  readonly version: number;
  /** Tells an item from one that was deleted and created again; absent in rows that others have written without it. */
  readonly createdAt?: string;
  /** Tells it from one of the same millisecond, too. */
  readonly life?: string;
}

/** An entity tag of ours, as a client sent it. */
export interface EntityTag extends Version {
  readonly weak: boolean;
  readonly model: string;
}

const TAG = /^"(\d{1,16})-([0-9a-z]{0,9})(?:-([\w-]{6}))?-([0-9a-f]{8})"$/;
const LIFE = /^[\w-]{6}$/;

/** What the row says about its version; one without a number counts as 0. */
export function versionOf(item: AttributeMap): Version {
  const { version, createdAt } = item;
  const count = version && 'N' in version ? Number(version.N) : 0;
  const created = createdAt && 'S' in createdAt ? createdAt.S : undefined;
  const life = textAt(item, HIDDEN.life);
  return {
    version: Number.isSafeInteger(count) && count > 0 ? count : 0,
    ...(created !== undefined && isCanonical(created) && { createdAt: created }),
    ...(life !== undefined && LIFE.test(life) && { life }),
  };
}

/** @param model the fingerprint of the model, since another schema answers another representation */
export function entityTag({ version, createdAt, life }: Version, model: string): string {
  const created = createdAt === undefined ? '' : Date.parse(createdAt).toString(36);
  return `"${[version, created, ...(life === undefined ? [] : [life]), model].join('-')}"`;
}

/** Undefined for a tag that is none of ours, which therefore matches nothing. */
export function parseEntityTag(text: string): EntityTag | undefined {
  const weak = text.startsWith('W/');
  const [, version, created, life, model] = TAG.exec(weak ? text.slice(2) : text) ?? [];
  if (version === undefined) return undefined;
  return {
    weak,
    version: Number(version),
    ...(created !== '' && { createdAt: new Date(parseInt(created, 36)).toISOString() }),
    ...(life !== undefined && { life }),
    model,
  };
}

export function isSameVersion(a: Version, b: Version): boolean {
  return a.version === b.version && isSameItem(a, b);
}

/** Whether they are versions of one item, and not of two that have had the same id. */
export function isSameItem(a: Version, b: Version): boolean {
  return a.createdAt === b.createdAt && a.life === b.life;
}

function isCanonical(instant: string): boolean {
  const time = Date.parse(instant);
  // base 36 has no sign
  return time >= 0 && new Date(time).toISOString() === instant;
}
