import { ApiHost } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { host: ApiHost.http({ cors: true as never }) },
  value: 'true',
  message: "Test/Todos: host: cors must be an object such as { allowOrigins: ['https://app.example.com'] }, got true",
} satisfies Mistake;
