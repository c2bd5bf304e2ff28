import { Aws } from 'aws-cdk-lib';
import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema(Aws.REGION, { title: Field.text() }),
  value: 'a token',
  message: 'Test/Todos: entity name: must be a text, got a token (a value that only the deployment knows)',
} satisfies Mistake;
