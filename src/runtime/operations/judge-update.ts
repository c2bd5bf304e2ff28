import { Asked } from './asked';
import { canonicalJson, Model } from '../../model';
import { notFound, unknownOutcome, versionMismatch } from '../answer/problems';
import { decode } from '../item/decode';
import { versionOf } from '../item/entity-tag';
import { refuseInvalid } from '../item/read-item';
import { fieldSchema } from '../item/stored-item';
import { carries, mayHaveForgotten } from '../item/write-token';
import { either, equals, Condition, isAbsent } from '../plan/conditions';
import { isExcluded, meetsIfMatch } from '../request/preconditions';
import { AttributeMap, AttributeValue, Result } from '../store/call';

/** Immutable fields with the values that a request has for them; undefined for one that it would remove. */
export type FixedFields = ReadonlyMap<string, AttributeValue | undefined>;

export function immutableFields({ schema }: Model): string[] {
  return Object.keys(schema.properties).filter((name) => schema.properties[name]['x-immutable']);
}

/** The fixed fields are as the request has them, or the item is a new one. */
export function fixedConditions(fixed: FixedFields, newItem?: Condition): Condition[] {
  return [...fixed].map(([name, value]) => {
    const same = value ? equals(name, value) : isAbsent(name);
    return newItem ? either(newItem, same) : same;
  });
}

/** What an update came to: its own effect, or the item as it is, where nothing of the request itself stood against it. */
export type Judgement = { readonly written: AttributeMap } | { readonly current: AttributeMap };

/** Finds out why the condition of an update failed; what the request demanded of the item and it does not meet is a problem. */
export function judgeUpdate(asked: Asked, result: Result, fixed: FixedFields): Judgement {
  if (result.kind === 'done') return { written: result.output.Attributes! };
  if (result.kind === 'canceled') throw unknownOutcome();
  const { item, unsure } = result;
  const { preconditions, api: { model, fingerprint }, token, now } = asked;
  if (item && carries(item, token)) return { written: item };
  if (unsure && (!item || mayHaveForgotten(item, now))) throw unknownOutcome();
  if (!item) throw preconditions.ifMatch && asked.name !== 'update' ? versionMismatch(asked) : notFound();
  const version = versionOf(item);
  if (!meetsIfMatch(preconditions, version) || isExcluded(preconditions, version, fingerprint)) throw versionMismatch(asked, item);
  refuseInvalid([...fixed]
    .filter(([name, value]) => !isSame(model, name, item[name], value))
    .map(([name]) => ({ pointer: `/${name}`, code: 'immutable', detail: 'is set when the item is created, and cannot be changed' })));
  return { current: item };
}

function isSame(model: Model, name: string, stored: AttributeValue | undefined, wanted: AttributeValue | undefined): boolean {
  const [a, b] = [stored, wanted].map((value) => value && canonicalJson(decode(fieldSchema(model, name), value)));
  return a === b;
}
