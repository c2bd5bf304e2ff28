import type { Mistake } from '../../mistake';

export default {
  props: { pathParamter: 'todoId' } as never,
  value: 'pathParamter',
  message: "Test/Todos: 'pathParamter' is not an option; did you mean pathParameter?",
} satisfies Mistake;
