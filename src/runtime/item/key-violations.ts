import { isJsonObject, JsonObject } from './json-object';
import { PARTITION_KEY_BYTES, SORT_KEY_BYTES } from './key-size';
import { IndexModel, Json, Model, Violation } from '../../model';

/** One side of an index's key, whose attributes count together. */
interface Side {
  readonly names: readonly string[];
  readonly bytes: number;
}

/**
 * DynamoDB refuses a write whose index keys are empty or too long, in bytes, which no JSON Schema keyword counts.
 * What a body does not show (the id, the scope, what a patch leaves as it is) counts as well, which is the store's to judge.
 */
export function keyViolations(model: Model, fields: Json): Violation[] {
  if (!isJsonObject(fields)) return [];
  const unfit = indexedFields(model).filter((name) => Object.hasOwn(fields, name) && (fields[name] === '' || sizeOf([name], fields) > SORT_KEY_BYTES));
  const long = new Map(model.indexes.flatMap(sidesOf)
    .filter(({ names, bytes }) => sizeOf(names, fields) > bytes && !names.some((name) => unfit.includes(name)))
    .map((side) => [longestOf(side, fields), side]));
  return [
    ...unfit.map((name) => violation(name, `must be 1 to ${SORT_KEY_BYTES} bytes, since an index is made of it`)),
    ...[...long].map(([name, { names, bytes }]) =>
      violation(name, `must be shorter: ${names.join(', ')} have at most ${bytes} bytes together, since an index is made of them`)),
  ];
}

function violation(name: string, detail: string): Violation {
  return { pointer: `/${name}`, code: 'length', detail };
}

/** The fields that are in any index. */
export function indexedFields({ indexes }: Model): string[] {
  return [...new Set(indexes.flatMap(({ partitionBy, sortBy }) => [...partitionBy, ...sortBy]))];
}

function sidesOf({ partitionBy, sortBy }: IndexModel): Side[] {
  return [{ names: partitionBy, bytes: PARTITION_KEY_BYTES }, { names: sortBy, bytes: SORT_KEY_BYTES }];
}

function longestOf({ names }: Side, fields: JsonObject): string {
  return names.reduce((longest, name) => (sizeOf([name], fields) > sizeOf([longest], fields) ? name : longest));
}

/** Of texts; numbers take some bytes each, which the store counts. */
function sizeOf(names: readonly string[], fields: JsonObject): number {
  return names.reduce((total, name) => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return typeof value === 'string' ? total + Buffer.byteLength(value) : total;
  }, 0);
}
