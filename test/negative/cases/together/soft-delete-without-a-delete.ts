import { Duration } from 'aws-cdk-lib';
import { EntitySchema, Field, Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: {
    schema: new EntitySchema('todo', { title: Field.text() }, { softDelete: Duration.days(30) }),
    operations: Operations.only(Operation.CREATE, Operation.LIST),
  },
  message: 'Test/Todos: todo: softDelete does nothing, since no operation deletes; add Operation.DELETE or drop it',
} satisfies Mistake;
