import { Duration } from 'aws-cdk-lib';
import { ApiHost } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { host: ApiHost.http({ cors: { maxAge: Duration.days(2) } }) },
  value: '2 days',
  message: 'Test/Todos: host.cors: maxAge must be whole seconds, at most one day, got 2 days',
} satisfies Mistake;
