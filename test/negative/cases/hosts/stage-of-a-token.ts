import { Aws } from 'aws-cdk-lib';
import { ApiHost } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { host: ApiHost.http({ stageName: Aws.REGION }) },
  value: 'a token',
  message: 'Test/Todos: host: stageName must be a text, got a token (a value that only the deployment knows)',
} satisfies Mistake;
