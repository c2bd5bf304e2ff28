import { Duration } from 'aws-cdk-lib';
import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  schema: new EntitySchema('todo', { title: Field.text() }, { softDelete: Duration.millis(1500) }),
  value: '1.5',
  message: 'Test/Todos: todo: softDelete must be whole seconds, at least one, got 1.5 seconds',
} satisfies Mistake;
