import type { Mistake } from '../../mistake';

export default {
  props: { path: '/to%2Fdos' },
  value: "'/to%2Fdos'",
  message: "Test/Todos: path: must be segments of letters, digits and '._~-' with a leading and no trailing slash, such as '/v1/todos', got '/to%2Fdos'",
} satisfies Mistake;
