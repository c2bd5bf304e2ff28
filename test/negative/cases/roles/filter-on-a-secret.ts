import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { pin: Field.text({ writeOnly: true, filterable: true }) },
  message: 'Test/Todos: todo.pin: is writeOnly and filterable, so a filter would reveal it; drop one',
} satisfies Mistake;
