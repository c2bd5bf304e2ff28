import { Aws, Token } from 'aws-cdk-lib';
import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { title: Field.text({ maxLength: Token.asNumber(Aws.REGION) }) },
  value: 'a token',
  message: 'Test/Todos: todo.title: maxLength must be a finite number, got a token (a value that only the deployment knows)',
} satisfies Mistake;
