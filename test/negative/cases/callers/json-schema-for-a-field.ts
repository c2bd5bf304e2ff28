import type { Mistake } from '../../mistake';

export default {
  fields: { title: { type: 'string' } as never },
  value: "type: 'string'",
  message: "Test/Todos: todo.title: must be a Field such as Field.text(), got { type: 'string' }",
} satisfies Mistake;
