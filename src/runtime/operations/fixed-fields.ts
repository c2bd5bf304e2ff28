import { canonicalJson, Model, Violation } from '../../model';
import { attributeAt } from '../item/attributes';
import { decode } from '../item/decode';
import { fieldSchema } from '../item/stored-item';
import { Condition, equals, isAbsent } from '../plan/conditions';
import { AttributeMap, AttributeValue } from '../store/call';

/** Immutable fields with the values that a request has for them; undefined for one that it would remove. */
export type FixedFields = ReadonlyMap<string, AttributeValue | undefined>;

export function immutableFields({ schema }: Model): string[] {
  return Object.keys(schema.properties).filter((name) => schema.properties[name]['x-immutable']);
}

export function fixedConditions(fixed: FixedFields): Condition[] {
  return [...fixed].map(([name, value]) => (value ? equals(name, value) : isAbsent(name)));
}

/** The fields that a request would change although they are set for good. */
export function fixedViolations(model: Model, fixed: FixedFields, item: AttributeMap): Violation[] {
  const text = (name: string, value: AttributeValue | undefined) => value && canonicalJson(decode(fieldSchema(model, name), value));
  return [...fixed]
    .filter(([name, value]) => text(name, attributeAt(item, name)) !== text(name, value))
    .map(([name]) => ({ pointer: `/${name}`, code: 'immutable', detail: 'is set when the item is created, and cannot be changed' }));
}
