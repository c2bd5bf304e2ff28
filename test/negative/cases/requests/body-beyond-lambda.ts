import { Size } from 'aws-cdk-lib';
import type { Mistake } from '../../mistake';

export default {
  props: { request: { maxBodySize: Size.mebibytes(10) } },
  value: '10485760',
  message: 'Test/Todos: request.maxBodySize: must be 1 byte to 6 MiB (the limit of a Lambda invocation), got 10485760 bytes',
} satisfies Mistake;
