import { Duration } from 'aws-cdk-lib';
import { ApiHost } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { host: ApiHost.http({ cors: { maxAge: Duration.millis(500) } }) },
  value: '500 millis',
  message: 'Test/Todos: host.cors: maxAge must be whole seconds, at most one day, got 500 millis',
} satisfies Mistake;
