import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: Object.fromEntries(Array.from({ length: 51 }, (_, number) => [`field${number}`, Field.text({ immutable: true })])),
  value: '51',
  message: "Test/Todos: todo: has 51 immutable fields; one condition can compare 50 of them (DynamoDB's have 4 KB), so put some into an immutable Field.nested({ … })",
} satisfies Mistake;
