import { Token } from 'aws-cdk-lib';

/** DynamoDB nests 32 levels; the item's own map is the first. */
const DEPTH = 31;

/** Whether a value survives JSON unchanged; tokens, dates, functions, `NaN` and cycles do not. */
export function isJson(value: unknown, depth = 0): boolean {
  if (depth > DEPTH || Token.isUnresolved(value)) return false;
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object':
      if (value === null) return true;
      if (Array.isArray(value)) return Array.from(value).every((element) => isJson(element, depth + 1));
      return isPlain(value) && Object.values(value).every((member) => isJson(member, depth + 1));
    default:
      return false;
  }
}

/** Whether an object is a literal: one of a class would lose it. */
export function isPlain(value: unknown): value is { [name: string]: unknown } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // objects of another realm, such as a test runner's, have another Object.prototype
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
