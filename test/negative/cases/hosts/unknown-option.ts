import { ApiHost } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { host: ApiHost.http({ customDomain: 'api.example.com' } as never) },
  value: 'customDomain',
  message: "Test/Todos: host: 'customDomain' is not an option; options are apiName, stageName, cors, throttle, accessLogRetention",
} satisfies Mistake;
