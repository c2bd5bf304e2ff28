import { Asked } from './asked';
import { fixedConditions, FixedFields, immutableFields, judgeUpdate } from './judge-update';
import { Outcome } from './outcome';
import { Json } from '../../model';
import { Problem } from '../answer/problem';
import { encode } from '../item/encode';
import { versionOf } from '../item/entity-tag';
import { JsonObject } from '../item/json-object';
import { keyViolations } from '../item/key-violations';
import { mergePatch } from '../item/merge-patch';
import { isRemoval, patchChange } from '../item/patch-change';
import { readPatch, refuseInvalid, sameId } from '../item/read-item';
import { decodeFields, encodeFields, fieldSchema } from '../item/stored-item';
import { Condition, exists, hasVersion, isMap, preconditionParts } from '../plan/conditions';
import { idAttribute } from '../plan/key';
import { Change, updateItem } from '../plan/update-item';
import { AttributeMap, Call, one, Steps } from '../store/call';

/** Others may write between a read and its write; after so many rounds it is for the client to say what is wanted. */
const ROUNDS = 3;
/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html (expression parameters) */
const LONGEST_EXPRESSION = 4096;
const MOST_OPERATORS = 300;

/**
 * PATCH of an item, in one call where the patch alone decides whether the result is valid.
 * Where it does not, the failed condition shows the item, and the merged one is written on that very version.
 */
export function* update(asked: Asked): Steps<Outcome> {
  const { api } = asked;
  const patch = readPatch(api, asked.body!, sameId(asked.body!, asked.id!));
  const fixed = fixedIn(asked, patch);
  let call = directCall(asked, patch, fixed) ?? peekCall(asked);
  for (let round = 0; round <= ROUNDS; round++) {
    const judgement = judgeUpdate(asked, yield* one(call), fixed);
    if ('written' in judgement) return { kind: 'item', item: judgement.written };
    call = mergedCall(asked, patch, judgement.current);
  }
  throw new Problem(409, 'conflict', 'the item was written at the same time, again and again; try again');
}

function fixedIn({ api: { model } }: Asked, patch: JsonObject): FixedFields {
  const names = immutableFields(model).filter((name) => Object.hasOwn(patch, name));
  return new Map(names.map((name) => {
    const value = patch[name];
    return [name, isRemoval(model.schema, name, value) ? undefined : encode(fieldSchema(model, name), value)];
  }));
}

/** The patch as one call; undefined if it depends on the item, or is too long for an expression. */
function directCall(asked: Asked, patch: JsonObject, fixed: FixedFields): Call | undefined {
  const change = patchChange(asked.api.model, patch);
  if (!change || change.set.length + change.remove.length + change.maps.length > MOST_OPERATORS) return undefined;
  const call = updateItem(asked, asked.id!, change, [...demands(asked), ...fixedConditions(fixed), ...change.maps.map((path) => isMap(...path))]);
  const { UpdateExpression, ConditionExpression } = call.input;
  return Math.max(String(UpdateExpression).length, ConditionExpression!.length) > LONGEST_EXPRESSION ? undefined : call;
}

/** A call that no item meets: its failure shows the item without the right to read. */
function peekCall(asked: Asked): Call {
  return updateItem(asked, asked.id!, { set: [], remove: [] }, [...demands(asked), hasVersion([])]);
}

/** The merged item's changed fields, on the version that was merged with. */
function mergedCall(asked: Asked, patch: JsonObject, current: AttributeMap): Call {
  const { api: { model, validator } } = asked;
  const names = Object.keys(patch);
  const merged = mergePatch(decodeFields(model, current), patch) as JsonObject;
  for (const name of names) if (patch[name] === null && !isRemoval(model.schema, name, null)) merged[name] = null;
  // what an earlier schema has left in other fields is not this request's fault
  refuseInvalid([...validator.item(merged), ...keyViolations(model, merged)].filter(({ pointer }) => names.includes(memberOf(pointer))));
  return updateItem(asked, asked.id!, fieldChange(asked, names, merged), [...demands(asked), hasVersion([versionOf(current)])]);
}

function fieldChange({ api: { model } }: Asked, names: readonly string[], merged: { readonly [name: string]: Json }): Change {
  const attributes = encodeFields(model, Object.fromEntries(names.filter((name) => Object.hasOwn(merged, name)).map((name) => [name, merged[name]])));
  return {
    set: Object.entries(attributes).map(([name, value]) => [[name], value]),
    remove: names.filter((name) => !attributes[name]).map((name) => [name]),
  };
}

function demands({ api: { model, fingerprint }, preconditions }: Asked): Condition[] {
  const attribute = idAttribute(model);
  return [exists(attribute), ...preconditionParts(preconditions, attribute, fingerprint)];
}

function memberOf(pointer: string): string {
  return pointer.split('/', 2)[1] ?? '';
}
