import { isJsonObject, JsonObject } from './json-object';
import { memberSchema } from './member-schema';
import { isNullable, Json, JsonSchema, typeOf } from '../../model';

/** How a body is read before it is judged. */
export interface Reading {
  /** In a patch a null removes, and nothing is added. */
  readonly patch: boolean;
  /** What becomes of a member that the schema does not know: it stays, to be reported, or goes. */
  readonly unknown: 'reject' | 'strip';
}

/**
 * A body without what does not count in it: members that only the server sets, nulls that stand for absence,
 * unknown members if they are to be stripped; and with the defaults of an item that does not say otherwise.
 */
export function candidate(schema: JsonSchema, body: Json, reading: Reading): Json {
  if (Array.isArray(body)) return schema.items ? body.map((element) => candidate(schema.items!, element, { ...reading, patch: false })) : body;
  if (!isJsonObject(body) || (!schema.properties && typeof schema.additionalProperties !== 'object')) return body;
  const { properties = {} } = schema;
  const members: JsonObject = {};
  for (const [name, value] of Object.entries(body)) {
    const member = memberSchema(schema, name);
    if (member ? member.readOnly : reading.unknown === 'strip') continue;
    if (value === null && !reading.patch && member && !isNullable(member) && typeOf(member) !== undefined) continue;
    members[name] = member ? candidate(member, value, reading) : value;
  }
  if (!reading.patch) {
    for (const [name, member] of Object.entries(properties)) {
      if (member.default !== undefined && !Object.hasOwn(members, name)) members[name] = member.default;
    }
  }
  return members;
}
