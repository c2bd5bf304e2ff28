import type { Mistake } from '../../mistake';

export default {
  props: { response: { consistentGet: 'no' as never } },
  value: "'no'",
  message: "Test/Todos: response: consistentGet must be true or false, got 'no'",
} satisfies Mistake;
