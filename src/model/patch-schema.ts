import { Json, JsonSchema, listedValues, membersOf, ObjectSchema, othersOf } from './json-schema';

/**
 * The schema of a merge patch (RFC 7396) of such an item: any of the members, where `null` removes what need not be there.
 *
 * A patch shows a part of the item, so its schema says nothing about the number of members, nor about an object that only some values fit:
 * that is judged when the patch has been applied.
 */
export function patchSchema(schema: ObjectSchema): ObjectSchema {
  return { ...partial(schema), required: [] } as JsonSchema as ObjectSchema;
}

function partial(schema: JsonSchema): JsonSchema {
  const { minProperties, maxProperties, default: _, ...shown } = schema;
  const { required = [], enum: _values, const: _value, properties, additionalProperties: others, ...rest } = shown;
  const allowed = listedValues(schema);
  return {
    ...rest,
    ...(allowed && !allowed.some(isObject) && { enum: allowed }),
    ...((properties || required.length > 0) && {
      properties: Object.fromEntries(Object.entries(membersOf(schema)).map(([name, member]) =>
        [name, required.includes(name) ? kept(partial(member)) : removable(partial(member))])),
    }),
    ...((properties || required.length > 0 || others !== undefined) && {
      additionalProperties: typeof others === 'object' ? removable(partial(others)) : othersOf(schema),
    }),
  };
}

/** What a member takes that may not be removed: free JSON takes everything but the null that would remove it. */
function kept(schema: JsonSchema): JsonSchema {
  return schema.type ? schema : { ...schema, type: ['string', 'number', 'boolean', 'array', 'object'] };
}

/** What a member takes that may be removed. */
function removable(schema: JsonSchema): JsonSchema {
  const { type, enum: values } = schema;
  return {
    ...schema,
    ...(type && { type: [...new Set([type, 'null' as const].flat())] }),
    ...(values && { enum: [...new Set([...values, null])] }),
  };
}

function isObject(value: Json): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
