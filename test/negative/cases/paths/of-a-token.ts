import { Aws } from 'aws-cdk-lib';
import type { Mistake } from '../../mistake';

export default {
  props: { path: `/${Aws.REGION}/todos` },
  value: 'a token',
  message: 'Test/Todos: path must be a text, got a token (a value that only the deployment knows)',
} satisfies Mistake;
