import { ApiHost } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { host: ApiHost.http({ stageName: 'api/v1' }) },
  value: "'api/v1'",
  message: "Test/Todos: host: stageName must be 1 to 128 letters, digits, '_' and '-', or $default, got 'api/v1'",
} satisfies Mistake;
