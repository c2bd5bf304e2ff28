import { Token } from 'aws-cdk-lib';
import { isPlain } from './json';
import { shown } from './shown';
import type { Field } from '../../field';
import { JsonSchema, ObjectSchema } from '../../model';

/** A schema as it was understood, and what is wrong with it: each mistake begins with its path below the schema. */
export interface ReadSchema<Schema> {
  readonly schema: Schema;
  readonly mistakes: string[];
}

const A_FIELD = 'must be a Field such as Field.text()';

/** The schema of an object whose members are these fields. */
export function readFields(fields: { [name: string]: Field }): ReadSchema<ObjectSchema> {
  const all = isPlain(fields) ? Object.entries(fields) : [];
  const entries = all.filter(([name]) => !Token.isUnresolved(name));
  const members = entries.filter(([, field]) => isField(field));
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(members.map(([name, field]) => [name, field._schema])),
      required: members.filter(([, field]) => field._required).map(([name]) => name),
    },
    mistakes: [
      ...(isPlain(fields) ? [] : [notFields(fields)]),
      ...(entries.length < all.length ? [": a field's name must be a text, got a token (a value that only the deployment knows)"] : []),
      ...entries.flatMap(([name, field]) => (isField(field) ? field._mistakes : [`: ${A_FIELD}, got ${shown(field)}`]).map((mistake) => `.${name}${mistake}`)),
    ],
  };
}

/** The schema of the elements of a list or the values of a map. */
export function readElement(field: Field, at: '[]' | '{}'): ReadSchema<JsonSchema> {
  if (!isField(field)) return { schema: {}, mistakes: [`${at}: ${A_FIELD}, got ${shown(field)}`] };
  const mistakes = field._required ? [...field._mistakes, ': required is for members with a name; leave it out'] : field._mistakes;
  return { schema: field._schema, mistakes: mistakes.map((mistake) => `${at}${mistake}`) };
}

/** Not `instanceof`, which fails where the package is installed twice. */
function isField(value: unknown): value is Field {
  return typeof value === 'object' && value !== null && '_schema' in value && '_required' in value;
}

function notFields(fields: unknown): string {
  if (typeof fields === 'object' && fields !== null && isField(Object.getPrototypeOf(fields))) {
    return ": '__proto__' in an object literal sets its prototype and declares no field; leave it out";
  }
  return `: fields must be an object such as { title: Field.text() }, got ${shown(fields)}`;
}
