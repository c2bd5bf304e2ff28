import { ApiHost } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { host: ApiHost.http({ cors: { allowOrigins: ['app.example.com'] } }) },
  value: 'app.example.com',
  message: "Test/Todos: host.cors: allowOrigins must be '*' or origins as browsers send them, such as 'https://app.example.com' without path and final slash, got 'app.example.com'",
} satisfies Mistake;
