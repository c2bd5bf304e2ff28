import type { Mistake } from '../../mistake';

export default {
  fields: { title: undefined as never },
  value: 'undefined',
  message: 'Test/Todos: todo.title: must be a Field such as Field.text(), got undefined',
} satisfies Mistake;
