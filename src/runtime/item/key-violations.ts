import { isJsonObject } from './json-object';
import { Json, Model, Violation } from '../../model';

/** Of a sort key: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const LONGEST_KEY = 1024;

/** DynamoDB refuses a write whose index keys are empty or too long, in bytes, which no JSON Schema keyword counts. */
export function keyViolations(model: Model, fields: Json): Violation[] {
  if (!isJsonObject(fields)) return [];
  return indexedFields(model).flatMap((name) => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (typeof value !== 'string' || (value !== '' && Buffer.byteLength(value) <= LONGEST_KEY)) return [];
    return [{ pointer: `/${name}`, code: 'length', detail: `must be 1 to ${LONGEST_KEY} bytes, since an index is made of it` }];
  });
}

/** The fields that are in any index. */
export function indexedFields({ indexes }: Model): string[] {
  return [...new Set(indexes.flatMap(({ partitionBy, sortBy }) => [...partitionBy, ...sortBy]))];
}
