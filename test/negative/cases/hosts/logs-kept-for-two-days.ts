import { ApiHost } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { host: ApiHost.http({ accessLogRetention: 2 as never }) },
  value: '2',
  message: 'Test/Todos: host: accessLogRetention must be a RetentionDays such as RetentionDays.ONE_DAY, got 2',
} satisfies Mistake;
