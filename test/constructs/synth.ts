import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Auth, EntitySchema, Field, ServerlessCrudApi, ServerlessCrudApiProps } from '../../src';

export const TODO = new EntitySchema('todo', {
  title: Field.text({ required: true, minLength: 1, maxLength: 200 }),
  completed: Field.flag({ defaultValue: false, filterable: true }),
});

export function newStack(): Stack {
  return new Stack(new App(), 'Test');
}

/** A stack with one API of todos, and its template. */
export function synthTodos(props: Partial<ServerlessCrudApiProps> = {}): { api: ServerlessCrudApi; stack: Stack; template: Template } {
  const stack = newStack();
  const api = new ServerlessCrudApi(stack, 'Todos', { schema: TODO, auth: Auth.none(), ...props });
  return { api, stack, template: Template.fromStack(stack) };
}

/** Logical id and properties of each resource of a type. */
export function resourcesOf(template: Template, type: string): { id: string; properties: any }[] {
  return Object.entries(template.findResources(type)).map(([id, { Properties }]) => ({ id, properties: Properties }));
}
