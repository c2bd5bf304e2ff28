import { createHash } from 'node:crypto';
import { either, equals, isAbsent, isAtMost } from './conditions';
import { Companion } from './transaction';
import { canonicalDecimal, HIDDEN, Model } from '../../model';
import { Problem } from '../answer/problem';
import { textAt } from '../item/attributes';
import { EXPIRES_AT, expiryOf, lifeStateOf } from '../item/lifetime';
import { Asked } from '../operations/asked';
import { AttributeMap, AttributeValue } from '../store/call';
import { Expression } from '../store/expression';

/** Rows beside the items are alone in their partitions, so that no list meets them. */
const RECORD_ID = '-';
/** The kind of the records that hold unique values. */
const UNIQUE = 'unique';
/** The item that a record belongs to. */
export const RECORD_ITEM = '_item';

/** A row that holds a unique value for an item. */
interface Marker {
  readonly field: string;
  readonly partition: string;
  readonly row: AttributeMap;
}

export function uniqueFields({ schema }: Model): string[] {
  return Object.keys(schema.properties).filter((name) => schema.properties[name]['x-unique']);
}

/**
 * What becomes of the markers when an item changes from one state to another; undefined for an item that is not there.
 * Those of a value that stays are left alone, unless their expiry moves.
 */
export function markerChanges(asked: Asked, id: string, before: AttributeMap | undefined, after: AttributeMap | undefined): Companion[] {
  const [held, wanted] = [before, after].map((item) => new Map(markersOf(asked, id, item).map((marker) => [marker.partition, marker])));
  return [
    ...[...wanted.values()].filter((marker) => !isSame(held.get(marker.partition), marker)).map((marker) => hold(asked, marker)),
    ...[...held.values()].filter(({ partition }) => !wanted.has(partition)).map((marker) => release(asked, marker)),
  ];
}

/** A deleted item has given its values back, though it may return; those of an expired one have expired with it, and may be another's by now. */
function markersOf(asked: Asked, id: string, item: AttributeMap | undefined): Marker[] {
  const { api: { model }, scope, now } = asked;
  if (!item || lifeStateOf(model, item, now) !== 'live') return [];
  return uniqueFields(model).filter((field) => Object.hasOwn(item, field) && !('NULL' in item[field])).map((field) => {
    const within = model.schema.properties[field]['x-unique'] === 'scope' ? scope : '';
    const partition = recordPartition(model, `${UNIQUE}|${field}`, [within, canonical(item[field])]);
    const expiry = expiryOf(item);
    return {
      field,
      partition,
      row: {
        ...recordKey(partition),
        [RECORD_ITEM]: { S: `${scope ?? ''} ${id}` },
        ...(expiry && { [EXPIRES_AT]: item[EXPIRES_AT], [HIDDEN.timeToLive]: expiry }),
      },
    };
  });
}

/** The partition of a record: what it is about, by a hash, so that no value is too long for a key. */
export function recordPartition({ entity }: Model, kind: string, value: unknown): string {
  return `${entity.name}|${kind}|${createHash('sha256').update(JSON.stringify(value)).digest('base64url')}`;
}

export function recordKey(partition: string): AttributeMap {
  return { [HIDDEN.scope]: { S: partition }, id: { S: RECORD_ID } };
}

/** The partition of a marker, by its key; undefined for that of an item, which is of another kind. */
export function markerPartition(key: AttributeMap): string | undefined {
  const partition = textAt(key, HIDDEN.scope);
  return partition?.split('|')[1] === UNIQUE ? partition : undefined;
}

/** A number has many texts. */
function canonical(value: AttributeValue): AttributeValue {
  return 'N' in value ? { N: canonicalDecimal(value.N) } : value;
}

function isSame(held: Marker | undefined, { row }: Marker): boolean {
  return held !== undefined && JSON.stringify(held.row) === JSON.stringify(row);
}

/** Takes a value that is free, our own already, or of an item whose time has passed. */
function hold({ api: { recordTableName: TableName }, now }: Asked, { field, row }: Marker): Companion {
  const isExpired = isAtMost(EXPIRES_AT, { S: new Date(now).toISOString() });
  const expression = new Expression();
  const ConditionExpression = either([isAbsent('id')], [equals(RECORD_ITEM, row[RECORD_ITEM])], [isExpired])(expression);
  return {
    entry: { Put: { TableName, Item: row, ConditionExpression, ...expression.placeholders } },
    refusal: () => new Problem(409, 'unique-violation', 'another item has this value', {
      errors: [{ pointer: `/${field}`, code: 'unique-violation', detail: 'is taken' }],
    }),
  };
}

/** A value may be another item's since before it was unique; then there is nothing to give back. */
function release({ api: { recordTableName: TableName } }: Asked, { partition, row }: Marker): Companion {
  const expression = new Expression();
  const ConditionExpression = either([isAbsent('id')], [equals(RECORD_ITEM, row[RECORD_ITEM])])(expression);
  return {
    entry: { Delete: { TableName, Key: recordKey(partition), ConditionExpression, ...expression.placeholders } },
    refusal: () => new Problem(409, 'conflict', 'the item was written at the same time; try again'),
    isOptional: true,
  };
}
