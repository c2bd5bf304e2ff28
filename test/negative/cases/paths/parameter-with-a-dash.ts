import type { Mistake } from '../../mistake';

export default {
  props: { pathParameter: 'todo-id' },
  value: "'todo-id'",
  message: "Test/Todos: pathParameter: must be letters, digits and '_', beginning with a letter, got 'todo-id'",
} satisfies Mistake;
