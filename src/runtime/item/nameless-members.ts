import { isJsonObject } from './json-object';
import { Json, pointerToken, Violation } from '../../model';

/**
 * Members without a name, which JSON has and DynamoDB has not.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html
 */
export function namelessMembers(value: Json, pointer = ''): Violation[] {
  if (Array.isArray(value)) return value.flatMap((element, place) => namelessMembers(element, `${pointer}/${place}`));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    if (name === '') return [{ pointer: `${pointer}/`, code: 'propertyNames', detail: 'must have a name' }];
    return namelessMembers(member, `${pointer}/${pointerToken(name)}`);
  });
}
