import type { Mistake } from '../../mistake';

export default {
  props: { path: '/todos?limit=1' },
  value: "'/todos?limit=1'",
  message: "Test/Todos: path: must be segments of letters, digits and '._~-' with a leading and no trailing slash, such as '/v1/todos', got '/todos?limit=1'",
} satisfies Mistake;
