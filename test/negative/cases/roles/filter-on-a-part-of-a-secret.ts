import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { card: Field.nested({ number: Field.text({ filterable: true }) }, { writeOnly: true }) },
  message: 'Test/Todos: todo.card.number: is writeOnly and filterable, so a filter would reveal it; drop one',
} satisfies Mistake;
