import { ApiHost } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { host: ApiHost.http({ throttle: { burstLimit: 1.5 } }) },
  value: '1.5',
  message: 'Test/Todos: host.throttle: burstLimit must be a whole number of at least 1, got 1.5',
} satisfies Mistake;
