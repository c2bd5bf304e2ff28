import type { Mistake } from '../../mistake';

export default {
  props: { functionOptions: { architecture: 'arm64' as never } },
  value: "'arm64'",
  message: "Test/Todos: functionOptions: architecture must be an Architecture such as Architecture.ARM_64, got 'arm64'",
} satisfies Mistake;
