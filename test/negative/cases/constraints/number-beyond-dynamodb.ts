import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { mass: Field.number({ maximum: 1e200 }) },
  value: '1e+200',
  message: "Test/Todos: todo.mass: maximum must be less than 1E126 in magnitude, which is DynamoDB's limit, got 1e+200",
} satisfies Mistake;
