import { EntitySchema } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: EntitySchema.fromJsonSchema('todo', { type: 'object', properties: { size: { type: ['string', 'integer'] } } }),
  value: 'string',
  message: 'Test/Todos: todo: /properties/size/type: type must be one of string, integer, number, boolean, array, object, or a list of one of them and null, got ["string","integer"]',
} satisfies Mistake;
