import { Aws } from 'aws-cdk-lib';
import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { extra: Field.json({ defaultValue: { region: Aws.REGION } }) },
  value: 'a token',
  message: 'Test/Todos: todo.extra: defaultValue must be a JSON value: text, finite number, true, false, null, or a list or plain object of these, nested at most 31 deep, got { region: a token (a value that only the deployment knows) }',
} satisfies Mistake;
