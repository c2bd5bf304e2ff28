import { Stack } from 'aws-cdk-lib';
import { ApiHost, Auth, EntitySchema, Field, Operation, Operations, ServerlessCrudApi } from 'cdk-serverless-crud-api';
import { Construct } from 'constructs';

const { CREATE, LIST, UPDATE, DELETE } = Operation;

export class ItemStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new ServerlessCrudApi(this, 'Items', {
      schema: new EntitySchema('item', { name: Field.text(), description: Field.text() }),
      auth: Auth.none(),
      host: ApiHost.http({ stageName: 'prod' }),
      operations: Operations.only(CREATE, LIST, UPDATE, DELETE)
        .configure(CREATE, { envelope: 'item' })
        .configure(UPDATE, { route: 'PUT /{id}' }),
    });
  }
}
