import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

const cycle: { [name: string]: unknown } = {};
cycle.self = cycle;

export default {
  fields: { extra: Field.json({ defaultValue: cycle }) },
  value: '{…}',
  message: 'Test/Todos: todo.extra: defaultValue must be a JSON value: text, finite number, true, false, null, or a list or plain object of these, nested at most 31 deep, got { self: {…} }',
} satisfies Mistake;
