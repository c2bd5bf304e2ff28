import { App, Stack } from 'aws-cdk-lib';
import { Auth, EntitySchema, Field, ServerlessCrudApi } from 'cdk-serverless-crud-api';
import { UsersStack } from './users.js';

class TodosStack extends Stack {
  public constructor(scope: App, id: string) {
    super(scope, id);
    new ServerlessCrudApi(this, 'Todos', {
      auth: Auth.none(),
      schema: new EntitySchema('todo', {
        title: Field.text({ required: true, maxLength: 200 }),
        description: Field.text(),
        completed: Field.flag({ defaultValue: false }),
      }),
    });
  }
}

const app = new App();
new TodosStack(app, 'Consumer');
new UsersStack(app, 'Zod');
