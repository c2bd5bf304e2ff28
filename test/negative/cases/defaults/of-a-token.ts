import { Aws } from 'aws-cdk-lib';
import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { region: Field.text({ defaultValue: Aws.REGION }) },
  value: 'a token',
  message: 'Test/Todos: todo.region: defaultValue must be a JSON value: text, finite number, true, false, null, or a list or plain object of these, nested at most 31 deep, got a token (a value that only the deployment knows)',
} satisfies Mistake;
