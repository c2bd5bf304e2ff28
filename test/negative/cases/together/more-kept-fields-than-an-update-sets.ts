import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: Object.fromEntries(Array.from({ length: 41 }, (_, number) => [`field${number}`, Field.text({ writeOnly: true, defaultValue: 'x' })])),
  value: '41',
  message: "Test/Todos: todo: has 41 fields, 41 of which are readOnly or writeOnly with a defaultValue and count as 5; one update can set 200 of them (DynamoDB's expressions have 4 KB), so put some into a Field.nested({ … })",
} satisfies Mistake;
