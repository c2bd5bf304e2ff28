import { ApiHost } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { host: ApiHost.http({ stageName: '' }) },
  value: "''",
  message: "Test/Todos: host: stageName must be 1 to 128 letters, digits, '_' and '-', or $default, got ''",
} satisfies Mistake;
