import { checkKeySizes, checkNotEmpty } from './keys';
import { Condition } from '../expressions/legacy';
import { keyAttributes, KeySchema } from '../storage/key-schema';
import { AttributeValue, emptyItem, Item } from '../values/attribute-value';

type Conditions = Readonly<Record<string, Condition>>;

/**
 * A Query compares with what can be a key: it is neither empty (seen: getmoto/moto#7062, facebook/ThreatExchange#1324) nor too long.
 * @throws ValidationException
 */
export function checkKeyConditions(conditions: Conditions, schema: KeySchema): void {
  for (const { name } of keyAttributes(schema)) {
    for (const value of valuesOf(conditions, name)) checkNotEmpty(value, name);
  }
  for (const place of [0, 1]) checkKeySizes(keyAt(place, conditions, schema), schema);
}

/** The start of a range, or its end. */
function keyAt(place: number, conditions: Conditions, schema: KeySchema): Item {
  const key = emptyItem();
  for (const { name } of keyAttributes(schema)) {
    const values = valuesOf(conditions, name);
    const value = values[place] ?? values[0];
    if (value) key[name] = value;
  }
  return key;
}

function valuesOf(conditions: Conditions, name: string): readonly AttributeValue[] {
  return conditions[name]?.AttributeValueList ?? [];
}
