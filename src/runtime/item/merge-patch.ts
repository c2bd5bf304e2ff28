import { isJsonObject, JsonObject } from './json-object';
import { memberSchema } from './member-schema';
import { isRemoval } from './patch-change';
import { Json, JsonSchema } from '../../model';

/** RFC 7396, to the letter; but for members of the schema that must be there and may be null, in which a null is a value. */
export function mergePatch(target: Json | undefined, patch: Json, schema: JsonSchema = {}): Json {
  if (!isJsonObject(patch)) return patch;
  const result: JsonObject = isJsonObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (isRemoval(schema, name, value)) delete result[name];
    else result[name] = mergePatch(Object.hasOwn(result, name) ? result[name] : undefined, value, memberSchema(schema, name));
  }
  return result;
}
