import { Aws } from 'aws-cdk-lib';
import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { region: Field.oneOf(['local', Aws.REGION]) },
  value: 'a token',
  message: "Test/Todos: todo.region: oneOf must be given a list of texts, got ['local', a token (a value that only the deployment knows)]",
} satisfies Mistake;
