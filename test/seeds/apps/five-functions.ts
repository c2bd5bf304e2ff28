import { Stack } from 'aws-cdk-lib';
import { ApiHost, Auth, EntitySchema, Field, ListBody, Operation, Operations, ServerlessCrudApi } from 'cdk-serverless-crud-api';
import { Construct } from 'constructs';

export class TodoListStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new ServerlessCrudApi(this, 'Todos', {
      schema: new EntitySchema('todo', { task: Field.text({ required: true }), checked: Field.flag({ defaultValue: false }) }),
      auth: Auth.none(),
      host: ApiHost.http({ stageName: 'dev' }),
      path: '/v1/todo',
      // clients send JSON without saying so, as `curl --data` does
      request: { lenientContentType: true },
      response: { list: ListBody.BARE_ARRAY },
      operations: Operations.standard()
        .without(Operation.REPLACE)
        .configure(Operation.UPDATE, { route: 'PUT /{id}' })
        .configure(Operation.GET, { envelope: 'todo' }),
    });
  }
}
