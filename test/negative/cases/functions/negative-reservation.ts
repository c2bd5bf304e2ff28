import type { Mistake } from '../../mistake';

export default {
  props: { functionOptions: { reservedConcurrentExecutions: -1 } },
  value: '-1',
  message: 'Test/Todos: functionOptions: reservedConcurrentExecutions must be a whole number of at least 0, got -1',
} satisfies Mistake;
