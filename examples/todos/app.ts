import { join } from 'path';
import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Auth, EntitySchema, Field, ServerlessCrudApi, StaticSite } from 'cdk-serverless-crud-api';

const todo = new EntitySchema('todo', {
  title: Field.text({ required: true, minLength: 1, maxLength: 200 }),
  description: Field.text(),
  completed: Field.flag({ defaultValue: false, filterable: true }),
  priority: Field.integer({ minimum: 1, maximum: 5 }),
  dueDate: Field.date(),
  tags: Field.listOf(Field.text(), { maxItems: 10 }),
});

const app = new App();
const stack = new Stack(app, 'TodosExample', { description: 'A todo list: its API and its page' });

// a demo: everyone may write, and nothing outlives the stack
const removalPolicy = RemovalPolicy.DESTROY;
const todos = new ServerlessCrudApi(stack, 'Todos', { schema: todo, auth: Auth.none(), removalPolicy });
new StaticSite(stack, 'Site', { source: join(__dirname, 'page'), apis: [todos], removalPolicy });
