import { isJsonObject } from './json-object';
import { Json, pointerToken, Violation } from '../../model';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html (attribute names) */
const LONGEST_NAME = 65_535;

/**
 * Members whose names JSON has and DynamoDB has not: none, and very long ones.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html
 */
export function unfitNames(value: Json, pointer = ''): Violation[] {
  if (Array.isArray(value)) return value.flatMap((element, place) => unfitNames(element, `${pointer}/${place}`));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    if (name === '') return [{ pointer: `${pointer}/`, code: 'propertyNames', detail: 'must have a name' }];
    if (Buffer.byteLength(name) > LONGEST_NAME) return [{ pointer, code: 'propertyNames', detail: `must have members with names of at most ${LONGEST_NAME} bytes` }];
    return unfitNames(member, `${pointer}/${pointerToken(name)}`);
  });
}
