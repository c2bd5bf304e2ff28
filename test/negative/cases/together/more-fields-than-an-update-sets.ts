import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: Object.fromEntries(Array.from({ length: 201 }, (_, number) => [`field${number}`, Field.text()])),
  value: '201',
  message: "Test/Todos: todo: has 201 fields; one update can set 200 of them (DynamoDB's expressions have 4 KB), so put some into a Field.nested({ … })",
} satisfies Mistake;
