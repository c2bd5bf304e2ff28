import type { Mistake } from '../../mistake';

export default {
  props: { functionOptions: { runtime: 'nodejs20.x' } as never },
  value: 'runtime',
  message: "Test/Todos: functionOptions: 'runtime' is not an option; options are memorySize, timeout, architecture, reservedConcurrentExecutions, logRetention, tracing",
} satisfies Mistake;
