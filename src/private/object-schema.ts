import type { Field } from '../field';
import { ObjectSchema } from '../model';

/** The schema of an object whose members are these fields. */
export function objectSchema(fields: { [name: string]: Field }): ObjectSchema {
  const entries = Object.entries(fields);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, field]) => [name, field._schema])),
    required: entries.filter(([, field]) => field._required).map(([name]) => name),
  };
}
