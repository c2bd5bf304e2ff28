import type { Mistake } from '../../mistake';

export default {
  props: { functionOptions: { memorySize: 64 } },
  value: '64',
  message: 'Test/Todos: functionOptions: memorySize must be a whole number from 128 to 10240 MiB, got 64',
} satisfies Mistake;
