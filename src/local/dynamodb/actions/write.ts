import { Consumption, consumptionOfWrite, writeUnits } from '../capacity';
import { checkIndexKeys, checkUpdatedIndexKeys } from '../checks/index-keys';
import { checkItemKey, checkKey } from '../checks/keys';
import { checkKeyIsKept, checkNestedPaths } from '../checks/paths';
import { checkItemSize } from '../checks/sizes';
import { holds } from '../expressions/condition';
import { actionsOfUpdates, AttributeValueUpdate, expressionOfExpected, ExpectedAttributeValue } from '../expressions/legacy';
import { Expression, ParsedCondition, ParsedUpdate, Path, UpdateAction } from '../expressions/syntax';
import { applyUpdate } from '../expressions/update';
import { conditionalCheckFailed } from '../service-error';
import { ItemChange } from '../storage/database';
import { encodeKey } from '../storage/key-schema';
import { Table } from '../storage/table';
import { emptyItem, Item } from '../values/attribute-value';

/** What all writes of one item can have, in a transaction or on their own. */
export interface ConditionalRequest {
  readonly TableName: string;
  readonly Expected?: Readonly<Record<string, ExpectedAttributeValue>>;
  readonly ConditionalOperator?: string;
  readonly ReturnValuesOnConditionCheckFailure?: 'ALL_OLD' | 'NONE';
  readonly _condition?: ParsedCondition;
}

export interface PutRequest extends ConditionalRequest {
  readonly Item: Item;
}

export interface KeyedRequest extends ConditionalRequest {
  readonly Key: Item;
}

export interface UpdateRequest extends KeyedRequest {
  readonly AttributeUpdates?: Readonly<Record<string, AttributeValueUpdate>>;
  readonly _updates?: ParsedUpdate;
}

/** A write that may go ahead, and what it will have consumed. */
export interface Write extends ItemChange {
  readonly consumption: Consumption;
}

/** A write whose request is right by itself. What it comes to depends on the item as it is. */
type Plan = () => Write;

export function planPut(request: PutRequest, table: Table): Plan {
  checkItemKey(request.Item, table);
  checkIndexKeys(request.Item, table);
  checkItemSize(request.Item, 'Item size has exceeded the maximum allowed size');
  const key = encodeKey(table.schema, request.Item);
  return () => write(table, key, checkCondition(request, table, key), request.Item);
}

export function planDelete(request: KeyedRequest, table: Table): Plan {
  checkKey(request.Key, table);
  const key = encodeKey(table.schema, request.Key);
  return () => write(table, key, checkCondition(request, table, key));
}

/** A condition of a transaction on an item that it leaves as it is. */
export function planCheck(request: KeyedRequest, table: Table): Plan {
  const deletion = planDelete(request, table);
  return () => {
    const { key, before } = deletion();
    return write(table, key, before, before);
  };
}

export function planUpdate(request: UpdateRequest, table: Table): Plan {
  checkKey(request.Key, table);
  const actions = updateActions(request);
  const paths = updatedPaths(actions);
  checkKeyIsKept(paths, table);
  checkNestedPaths(request._updates?.nestedPaths, table);
  const key = encodeKey(table.schema, request.Key);
  return () => {
    const before = checkCondition(request, table, key);
    if (before === undefined && onlyRemoves(actions)) return write(table, key);
    const after = applyUpdate(actions, before ?? request.Key);
    checkUpdatedIndexKeys(after, table, new Set(paths.map(([head]) => head as string)));
    checkItemSize(after, 'Item size to update has exceeded the maximum allowed size');
    return write(table, key, before, after);
  };
}

/** Of an item that is not there, nothing can be removed, and none is made by that. An update without any action makes one. */
function onlyRemoves(actions: readonly UpdateAction[]): boolean {
  return actions.length > 0 && actions.every(({ type }) => type === 'remove' || type === 'delete');
}

export function updateActions({ AttributeUpdates = {}, _updates }: UpdateRequest): readonly UpdateAction[] {
  return _updates?.sections ?? actionsOfUpdates(AttributeUpdates);
}

export function updatedPaths(actions: readonly UpdateAction[]): Path[] {
  return actions.map(({ path }) => path);
}

function write(table: Table, key: string, before?: Item, after?: Item): Write {
  return { table, key, before, after, consumption: consumptionOfWrite(table, before, after) };
}

/** @returns the item as it is */
function checkCondition(request: ConditionalRequest, table: Table, key: string): Item | undefined {
  checkNestedPaths(request._condition?.nestedPaths, table);
  const item = table.get(key);
  const condition = conditionOf(request);
  if (condition === undefined || holds(condition, item ?? emptyItem())) return item;
  // A write that its condition refuses is paid by the size of the item as it is.
  throw conditionalCheckFailed(writeUnits(table.items.get(key)?.size ?? 0), request.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' ? item : undefined);
}

function conditionOf({ _condition, Expected, ConditionalOperator }: ConditionalRequest): Expression | undefined {
  return _condition?.expression ?? (Expected && expressionOfExpected(Expected, ConditionalOperator));
}
