import { newStack, TODO } from './synth';
import { Auth, EntitySchema, Field, Operation, Operations, ServerlessCrudApi, ServerlessCrudApiProps } from '../../src';

/** The message that a construct with these props ends with. */
function mistakeOf(props: Partial<ServerlessCrudApiProps>): string {
  try {
    new ServerlessCrudApi(newStack(), 'Todos', { schema: TODO, auth: Auth.none(), ...props });
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('synthesized without complaint');
}

const schemaOf = (fields: { [name: string]: Field }) => ({ schema: new EntitySchema('todo', fields) });

test.each<[string, Partial<ServerlessCrudApiProps>, string]>([
  ['a name of ours', schemaOf({ id: Field.uuid() }), "Test/Todos: todo.id: the server sets 'id' itself; leave it out or rename the field"],
  ['a hidden name', schemaOf({ _x: Field.text() }), "Test/Todos: todo._x: names with a leading '_' are reserved for the library; rename the field"],
  ['bounds that exclude everything', schemaOf({ title: Field.text({ minLength: 5, maxLength: 1 }) }),
    'Test/Todos: todo.title: minLength 5 is greater than maxLength 1, so no value fits; swap or widen them'],
  ['a length that is none', schemaOf({ title: Field.text({ maxLength: 1.5 }) }),
    'Test/Todos: todo.title: maxLength must be a whole number of at least 0, got 1.5'],
  ['a default that does not fit', schemaOf({ priority: Field.integer({ maximum: 5, defaultValue: 9 }) }),
    'Test/Todos: todo.priority: defaultValue 9 does not fit the field: must be at most 5'],
  ['a value twice', schemaOf({ state: Field.oneOf(['open', 'open']) }), "Test/Todos: todo.state: oneOf names 'open' twice; name each value once"],
  ['a mistake in a nested field', schemaOf({ address: Field.nested({ zip: Field.text({ minLength: -1 }) }) }),
    'Test/Todos: todo.address.zip: minLength must be a whole number of at least 0, got -1'],
  ['no fields', schemaOf({}), 'Test/Todos: todo: has no fields; give it at least one, such as { title: Field.text() }'],
  ['a path with a slash too many', { path: '/todos/' },
    "Test/Todos: path: must be segments of letters, digits and '._~-' with a leading and no trailing slash, such as '/v1/todos', got '/todos/'"],
  ['two operations on one route', { operations: Operations.standard().configure(Operation.UPDATE, { route: 'PUT /{id}' }) },
    "Test/Todos: operations.update: route PUT /todos/{id} is that of 'replace' too; give one of them another"],
  ['no operations', { operations: Operations.only() }, 'Test/Todos: operations: none is left; name at least one, such as Operations.only(Operation.LIST)'],
])('%s is refused by name, with the fix', (_name, props, message) => {
  expect(mistakeOf(props)).toBe(message);
});

test('all mistakes are told at once', () => {
  const message = mistakeOf(schemaOf({ id: Field.uuid(), title: Field.text({ minLength: 2, maxLength: 1 }) }));

  expect(message.split('\n')).toHaveLength(2);
});
