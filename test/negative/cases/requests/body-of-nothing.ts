import { Size } from 'aws-cdk-lib';
import type { Mistake } from '../../mistake';

export default {
  props: { request: { maxBodySize: Size.bytes(0) } },
  value: '0',
  message: 'Test/Todos: request.maxBodySize: must be 1 byte to 6 MiB (the limit of a Lambda invocation), got 0 bytes',
} satisfies Mistake;
