import { Duration } from 'aws-cdk-lib';
import type { Mistake } from '../../mistake';

export default {
  props: { functionOptions: { timeout: Duration.millis(500) } },
  value: '0.5',
  message: 'Test/Todos: functionOptions: timeout must be whole seconds from 1 to 30, the longest that HTTP API waits, got 0.5 seconds',
} satisfies Mistake;
