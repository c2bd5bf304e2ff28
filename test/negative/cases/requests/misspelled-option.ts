import type { Mistake } from '../../mistake';

export default {
  props: { request: { requireIfmatch: true } as never },
  value: 'requireIfmatch',
  message: "Test/Todos: request: 'requireIfmatch' is not an option; did you mean requireIfMatch?",
} satisfies Mistake;
