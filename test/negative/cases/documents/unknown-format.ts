import { EntitySchema } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: EntitySchema.fromJsonSchema('todo', { type: 'object', properties: { host: { type: 'string', format: 'hostname' } } }),
  value: 'hostname',
  message: 'Test/Todos: todo: /properties/host/format: format must be one of date, date-time, email, uri, uuid, decimal; leave it out, or say it with a pattern, got "hostname"',
} satisfies Mistake;
