import { Stack } from 'aws-cdk-lib';
import { ApiHost, Auth, EntitySchema, Field, ListBody, Operation, Operations, ServerlessCrudApi } from 'cdk-serverless-crud-api';
import { Construct } from 'constructs';

const { UPDATE, REPLACE, DELETE } = Operation;

export class TodosAndCustomersStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const common = {
      auth: Auth.none(),
      response: { list: ListBody.PAGE_WITH_COUNT },
      operations: Operations.standard().without(REPLACE).configure(UPDATE, { route: 'PUT /{id}' }).configure(DELETE, { successStatus: 200 }),
    };
    const { host } = new ServerlessCrudApi(this, 'Todos', {
      ...common,
      host: ApiHost.http({ stageName: 'prod' }),
      schema: new EntitySchema('todo', {
        title: Field.text({ defaultValue: '' }),
        description: Field.text({ defaultValue: '' }),
        completed: Field.flag({ defaultValue: false }),
      }),
    });
    new ServerlessCrudApi(this, 'Customers', {
      ...common,
      host,
      schema: new EntitySchema('customer', {
        firstName: Field.text(),
        lastName: Field.text(),
        email: Field.email(),
        phone: Field.text(),
        address: Field.text(),
      }),
    });
  }
}
