import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { due: Field.date({ defaultValue: '2023-02-29' }) },
  value: '2023-02-29',
  message: 'Test/Todos: todo.due: defaultValue "2023-02-29" does not fit the field: must be a date of the calendar, such as 2024-02-29',
} satisfies Mistake;
