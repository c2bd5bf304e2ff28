import { ApiHost } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { host: ApiHost.http({ throttle: { rateLimit: 0 } }) },
  value: '0',
  message: 'Test/Todos: host.throttle: rateLimit must be more than 0 requests a second, got 0',
} satisfies Mistake;
