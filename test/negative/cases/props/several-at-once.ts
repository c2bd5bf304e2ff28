import { EntitySchema, Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { schema: new EntitySchema('todo', { id: Field.uuid(), title: Field.text({ minLength: 2, maxLength: 1 }) }), path: 'todos' },
  value: "'todos'",
  message: [
    "Test/Todos: path: must be segments of letters, digits and '._~-' with a leading and no trailing slash, such as '/v1/todos', got 'todos'",
    "Test/Todos: todo.id: the server sets 'id' itself; leave it out or rename the field",
    'Test/Todos: todo.title: minLength 2 is greater than maxLength 1, so no value fits; swap or widen them',
  ].join('\n'),
} satisfies Mistake;
