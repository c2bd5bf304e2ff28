import { JsonSchema } from '../../model';

/** The schema of an object's member; undefined if the object does not know it. Only own properties count: `toString` is a name like any other. */
export function memberSchema(schema: JsonSchema, name: string): JsonSchema | undefined {
  const { properties, additionalProperties = properties === undefined } = schema;
  if (properties && Object.hasOwn(properties, name)) return properties[name];
  if (additionalProperties === true) return {};
  return additionalProperties === false ? undefined : additionalProperties;
}
