import { ApiHost } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { host: ApiHost.http({ cors: { allowOrigins: ['https://app.example.com/'] } }) },
  value: 'https://app.example.com/',
  message: "Test/Todos: host.cors: allowOrigins must be '*' or origins as browsers send them, such as 'https://app.example.com' without path and final slash, got 'https://app.example.com/'",
} satisfies Mistake;
