import { Stack } from 'aws-cdk-lib';
import { ApiHost, Auth, EntitySchema, Field, Operation, Operations, ServerlessCrudApi } from 'cdk-serverless-crud-api';
import { Construct } from 'constructs';

const { CREATE, DELETE } = Operation;

export class UserStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new ServerlessCrudApi(this, 'Users', {
      schema: new EntitySchema('user', { firstName: Field.text({ required: true }), lastName: Field.text({ required: true }) }),
      auth: Auth.none(),
      host: ApiHost.http({ stageName: 'api-demo' }),
      path: '/v1/users',
      pathParameter: 'userId',
      operations: Operations.only(CREATE, DELETE).configure(DELETE, { successStatus: 200 }),
    });
  }
}
