import type { Mistake } from '../../mistake';

export default {
  props: { path: 'todos' },
  value: "'todos'",
  message: "Test/Todos: path: must be segments of letters, digits and '._~-' with a leading and no trailing slash, such as '/v1/todos', got 'todos'",
} satisfies Mistake;
