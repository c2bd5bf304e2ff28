import { ApiHost } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { host: ApiHost.http({ cors: { allowOrigins: 'https://app.example.com' as never } }) },
  value: "'https://app.example.com'",
  message: "Test/Todos: host.cors: allowOrigins must be a list of texts, got 'https://app.example.com'",
} satisfies Mistake;
