import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: Object.fromEntries(Array.from({ length: 50 }, (_, number) => [`field${number}`, Field.text({ unique: true })])),
  value: '50',
  message: "Test/Todos: todo: has 50 unique fields; one transaction can change 49 of them (DynamoDB's have 100 writes, two a value), so make fewer unique",
} satisfies Mistake;
