import type { Mistake } from '../../mistake';

export default {
  props: { functionOptions: { timeout: 10 as never } },
  value: '10',
  message: 'Test/Todos: functionOptions: timeout must be a Duration such as Duration.seconds(10), got 10',
} satisfies Mistake;
