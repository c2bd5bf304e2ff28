import type { Mistake } from '../../mistake';

export default {
  props: { removalPolicy: 'DELETE' as never },
  value: "'DELETE'",
  message: "Test/Todos: removalPolicy must be one of RemovalPolicy.DESTROY, RemovalPolicy.RETAIN, RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE, got 'DELETE'",
} satisfies Mistake;
