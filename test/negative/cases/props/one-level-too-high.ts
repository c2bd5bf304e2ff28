import type { Mistake } from '../../mistake';

export default {
  props: { stageName: 'prod', memorySize: 1024 } as never,
  value: 'stageName',
  message: [
    'Test/Todos: stageName is an option of ApiHost.http(); move it there',
    'Test/Todos: memorySize is an option of functionOptions; move it there',
  ].join('\n'),
} satisfies Mistake;
