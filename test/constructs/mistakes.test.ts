import { newStack } from './synth';
import { Auth, EntitySchema, Field, ServerlessCrudApi } from '../../src';

test('all mistakes are told at once', () => {
  const schema = new EntitySchema('todo', { id: Field.uuid(), title: Field.text({ minLength: 2, maxLength: 1 }) });
  expect(() => new ServerlessCrudApi(newStack(), 'Todos', { schema, auth: Auth.none() })).toThrow(/todo\.id: [^\n]+\n[^\n]*todo\.title: /);
});
