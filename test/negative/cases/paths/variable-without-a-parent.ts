import type { Mistake } from '../../mistake';

export default {
  props: { path: '/users/{userId}/todos' },
  value: '{userId}',
  message: "Test/Todos: path: must contain no variables, since the items have no parent; got '/users/{userId}/todos'",
} satisfies Mistake;
