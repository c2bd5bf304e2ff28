import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { state: Field.oneOf(['open', 'done'], { defaultValue: 'opne' }) },
  value: 'opne',
  message: 'Test/Todos: todo.state: defaultValue "opne" does not fit the field: must be one of "open", "done"',
} satisfies Mistake;
