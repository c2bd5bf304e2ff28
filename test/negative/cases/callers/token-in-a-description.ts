import { Aws } from 'aws-cdk-lib';
import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { region: Field.text({ description: `in ${Aws.REGION}` }) },
  value: 'a token',
  message: 'Test/Todos: todo.region: description must be a text, got a token (a value that only the deployment knows)',
} satisfies Mistake;
