import type { Mistake } from '../../mistake';

export default {
  props: { auth: 'none' as never },
  value: "'none'",
  message: "Test/Todos: auth must be an Auth such as Auth.none() or Auth.jwt({ … }), got 'none'",
} satisfies Mistake;
