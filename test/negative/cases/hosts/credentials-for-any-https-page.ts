import { ApiHost } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { host: ApiHost.http({ cors: { allowOrigins: ['https://*'], allowCredentials: true } }) },
  value: "'https://*'",
  message: "Test/Todos: host.cors: allowCredentials needs explicit allowOrigins, got 'https://*' (any page could act with its visitor's credentials; the Fetch standard forbids it)",
} satisfies Mistake;
