import type { Mistake } from '../../mistake';

export default {
  props: { schema: { type: 'object' } as never },
  value: "type: 'object'",
  message: "Test/Todos: schema must be an EntitySchema such as new EntitySchema('todo', { title: Field.text() }), got { type: 'object' }",
} satisfies Mistake;
