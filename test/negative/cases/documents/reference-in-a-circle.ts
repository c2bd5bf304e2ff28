import { EntitySchema } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: EntitySchema.fromJsonSchema('todo', { type: 'object', properties: { tree: { $ref: '#/$defs/tree' } }, $defs: { tree: { type: 'object', properties: { child: { $ref: '#/$defs/tree' } } } } }),
  value: '#/$defs/tree',
  message: "Test/Todos: todo: /$defs/tree/properties/child/$ref: $ref '#/$defs/tree' leads back to itself, and an item's depth is limited; use free JSON ({}) there",
} satisfies Mistake;
