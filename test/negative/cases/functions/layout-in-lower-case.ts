import type { Mistake } from '../../mistake';

export default {
  props: { functionLayout: 'single' as never },
  value: "'single'",
  message: "Test/Todos: functionLayout must be one of FunctionLayout.LEAST_PRIVILEGE, FunctionLayout.SINGLE, got 'single'",
} satisfies Mistake;
