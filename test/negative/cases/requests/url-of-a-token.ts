import { Aws } from 'aws-cdk-lib';
import type { Mistake } from '../../mistake';

export default {
  props: { response: { publicUrl: `https://${Aws.REGION}.example.com` } },
  value: 'a token',
  message: 'Test/Todos: response: publicUrl must be a text, got a token (a value that only the deployment knows)',
} satisfies Mistake;
