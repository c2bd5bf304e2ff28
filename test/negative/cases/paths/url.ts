import type { Mistake } from '../../mistake';

export default {
  props: { path: 'https://api.example.com/todos' },
  value: "'https://api.example.com/todos'",
  message: "Test/Todos: path: must be segments of letters, digits and '._~-' with a leading and no trailing slash, such as '/v1/todos', got 'https://api.example.com/todos'",
} satisfies Mistake;
