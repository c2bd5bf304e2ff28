import { Asked } from './asked';
import { demands, requirePrecondition } from './demands';
import { fixedConditions, FixedFields, fixedViolations, immutableFields } from './fixed-fields';
import { judge } from './judge';
import { Outcome } from './outcome';
import { readCurrent, writeOnVersion } from './write-on-version';
import { attributeAt } from '../item/attributes';
import { encode } from '../item/encode';
import { isJsonObject, JsonObject } from '../item/json-object';
import { keyViolations } from '../item/key-violations';
import { EXPIRES_AT } from '../item/lifetime';
import { mergePatch } from '../item/merge-patch';
import { isRemoval, patchChange } from '../item/patch-change';
import { readPatch, refuseInvalid, sameId } from '../item/read-item';
import { decodeFields, encodeFields, fieldSchema } from '../item/stored-item';
import { hasVersion, isMap } from '../plan/conditions';
import { uniqueFields } from '../plan/markers';
import { Change, updateItem } from '../plan/update-item';
import { AttributeMap, Call, one, Steps } from '../store/call';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html (expression parameters) */
const LONGEST_EXPRESSION = 4096;
const MOST_OPERATORS = 300;

/**
 * PATCH of an item, in one call where the patch alone decides whether the result is valid.
 * Where it does not, the failed condition shows the item, and the merged one is written on that very version.
 */
export function* update(asked: Asked): Steps<Outcome> {
  const id = asked.id!;
  const patch = readPatch(asked.api, asked.body!, sameId(asked.body!, id));
  requirePrecondition(asked);
  const fixed = fixedIn(asked, patch);
  const call = directCall(asked, id, patch, fixed) ?? peekCall(asked, id);
  const first = touchesMarkers(asked, patch)
    ? yield* readCurrent(asked, id, { fixed })
    : judge(asked, yield* one(call), { fixed });
  const { written, replayed } = yield* writeOnVersion(asked, id, first, (item) => mergedChange(asked, patch, item!), { fixed });
  return written ? { kind: 'item', item: written, replayed } : { kind: 'nothing' };
}

/** What the patch alone says of fields that are set for good; of a nested one it may say a part, which is judged when it is merged. */
function fixedIn({ api: { model } }: Asked, patch: JsonObject): FixedFields {
  const names = immutableFields(model).filter((name) => Object.hasOwn(patch, name) && !isJsonObject(patch[name]));
  return new Map(names.map((name) => {
    const value = patch[name];
    return [name, isRemoval(model.schema, name, value) ? undefined : encode(fieldSchema(model, name), value)];
  }));
}

/** Whether the rows that hold unique values may have to change, for which the old values must be known. */
function touchesMarkers({ api: { model } }: Asked, patch: JsonObject): boolean {
  const unique = uniqueFields(model);
  return unique.some((name) => Object.hasOwn(patch, name)) || (unique.length > 0 && Object.hasOwn(patch, EXPIRES_AT));
}

/** The patch as one call; undefined if it depends on the item, or is too long for an expression. */
export function directCall(asked: Asked, id: string, patch: JsonObject, fixed: FixedFields): Call | undefined {
  const { model } = asked.api;
  if (immutableFields(model).some((name) => Object.hasOwn(patch, name) && isJsonObject(patch[name]))) return undefined;
  const change = patchChange(model, patch);
  if (!change || change.set.length + change.remove.length + change.maps.length > MOST_OPERATORS) return undefined;
  const call = updateItem(asked, id, change, [...demands(asked), ...fixedConditions(fixed), ...change.maps.map((path) => isMap(...path))]);
  const { UpdateExpression, ConditionExpression } = call.input;
  return Math.max(String(UpdateExpression).length, ConditionExpression!.length) > LONGEST_EXPRESSION ? undefined : call;
}

/** A call that no item meets: its failure shows the item without the right to read. */
function peekCall(asked: Asked, id: string): Call {
  return updateItem(asked, id, { set: [], remove: [] }, [...demands(asked), hasVersion([])]);
}

/** The fields that the patch names, as they are once merged. */
function mergedChange({ api: { model, validator } }: Asked, patch: JsonObject, current: AttributeMap): Change {
  const names = Object.keys(patch);
  const merged = mergePatch(decodeFields(model, current), patch, model.schema) as JsonObject;
  // what an earlier schema has left in other fields is not this request's fault
  refuseInvalid([...validator.item(merged), ...keyViolations(model, merged)].filter(({ pointer }) => names.includes(memberOf(pointer))));
  const changed = names.filter((name) => Object.hasOwn(merged, name));
  const attributes = encodeFields(model, Object.fromEntries(changed.map((name) => [name, merged[name]])));
  const fixed = immutableFields(model).filter((name) => names.includes(name)).map((name) => [name, attributeAt(attributes, name)] as const);
  refuseInvalid(fixedViolations(model, new Map(fixed), current));
  return {
    set: Object.entries(attributes).map(([name, value]) => [[name], value]),
    remove: names.filter((name) => !Object.hasOwn(attributes, name)).map((name) => [name]),
  };
}

function memberOf(pointer: string): string {
  return pointer.split('/', 2)[1] ?? '';
}
