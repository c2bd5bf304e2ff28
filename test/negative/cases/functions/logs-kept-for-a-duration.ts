import { Duration } from 'aws-cdk-lib';
import type { Mistake } from '../../mistake';

export default {
  props: { functionOptions: { logRetention: Duration.days(7) as never } },
  value: 'a Duration',
  message: 'Test/Todos: functionOptions: logRetention must be a RetentionDays such as RetentionDays.ONE_DAY, got a Duration',
} satisfies Mistake;
