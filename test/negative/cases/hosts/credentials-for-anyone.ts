import { ApiHost } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { host: ApiHost.http({ cors: { allowCredentials: true } }) },
  value: "'*'",
  message: "Test/Todos: host.cors: allowCredentials needs explicit allowOrigins, got '*' (any page could act with its visitor's credentials; the Fetch standard forbids it)",
} satisfies Mistake;
