import { ApiHost } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { host: ApiHost.http({ throttle: { ratelimit: 50 } as never }) },
  value: 'ratelimit',
  message: "Test/Todos: host.throttle: 'ratelimit' is not an option; did you mean rateLimit?",
} satisfies Mistake;
