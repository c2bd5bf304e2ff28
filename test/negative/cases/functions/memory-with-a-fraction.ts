import type { Mistake } from '../../mistake';

export default {
  props: { functionOptions: { memorySize: 512.5 } },
  value: '512.5',
  message: 'Test/Todos: functionOptions: memorySize must be a whole number from 128 to 10240 MiB, got 512.5',
} satisfies Mistake;
