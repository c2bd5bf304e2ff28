import { Duration } from 'aws-cdk-lib';
import type { Mistake } from '../../mistake';

export default {
  props: { functionOptions: { timeout: Duration.minutes(5) } },
  value: '300',
  message: 'Test/Todos: functionOptions: timeout must be whole seconds from 1 to 30, the longest that HTTP API waits, got 300 seconds',
} satisfies Mistake;
