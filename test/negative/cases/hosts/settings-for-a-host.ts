import type { Mistake } from '../../mistake';

export default {
  props: { host: { stageName: 'prod' } as never },
  value: 'prod',
  message: "Test/Todos: host must be an ApiHost such as ApiHost.http(), got { stageName: 'prod' }",
} satisfies Mistake;
