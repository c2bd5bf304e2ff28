import { ApiHost } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { host: ApiHost.http({ cors: { allowOrigins: [] } }) },
  value: '[]',
  message: "Test/Todos: host.cors: allowOrigins must name at least one origin, such as 'https://app.example.com', got []",
} satisfies Mistake;
