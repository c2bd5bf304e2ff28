import type { Mistake } from '../../mistake';

export default {
  props: { path: '/v1/../admin' },
  value: "'/v1/../admin'",
  message: "Test/Todos: path: must be segments of letters, digits and '._~-' with a leading and no trailing slash, such as '/v1/todos', got '/v1/../admin'",
} satisfies Mistake;
