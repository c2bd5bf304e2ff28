import { encode } from './encode';
import { isJsonObject, JsonObject } from './json-object';
import { indexedFields } from './key-violations';
import { memberSchema } from './member-schema';
import { isNullable, Json, JsonSchema, listedValues, Model } from '../../model';
import { AttributeValue } from '../store/call';

/** A merge patch as assignments and removals of its own, which hold for every item whose `maps` are maps. */
export interface PatchChange {
  readonly set: (readonly [path: string[], value: AttributeValue])[];
  readonly remove: string[][];
  readonly maps: string[][];
}

/**
 * The change that a patch makes whatever the item is; undefined if its validity depends on what is stored:
 * a map whose number of members is bounded, or a field that only some objects fit.
 */
export function patchChange(model: Model, patch: JsonObject): PatchChange | undefined {
  const change: PatchChange = { set: [], remove: [], maps: [] };
  return collect(change, [], model.schema, patch, indexedFields(model)) ? change : undefined;
}

/** A null removes (RFC 7396), except in a field that must be there and may be null. */
export function isRemoval(parent: JsonSchema, name: string, value: Json): boolean {
  const schema = memberSchema(parent, name);
  return value === null && !(schema && isNullable(schema) && parent.required?.includes(name));
}

/** Whether objects are among the values that fit, of which a patch shows a part. */
function listsObjects(schema: JsonSchema): boolean {
  return listedValues(schema)?.some(isJsonObject) ?? false;
}

function collect(change: PatchChange, path: string[], schema: JsonSchema, patch: JsonObject, indexed: readonly string[]): boolean {
  let needsMap = Object.keys(patch).length === 0;
  for (const [name, value] of Object.entries(patch)) {
    const member = memberSchema(schema, name) ?? {};
    const memberPath = [...path, name];
    if (listsObjects(member)) return false;
    if (isJsonObject(value)) {
      if (member.minProperties !== undefined || member.maxProperties !== undefined) return false;
      if (!collect(change, memberPath, member, value, [])) return false;
      continue;
    }
    needsMap = true;
    if (isRemoval(schema, name, value) || (value === null && indexed.includes(name))) change.remove.push(memberPath);
    else change.set.push([memberPath, encode(member, value)]);
  }
  if (needsMap && path.length > 0) change.maps.push(path);
  return true;
}
