import { Stack } from 'aws-cdk-lib';
import { Auth, EntitySchema, Field, FunctionLayout, ItemId, Operation, Operations, ServerlessCrudApi } from 'cdk-serverless-crud-api';
import { Construct } from 'constructs';

const { UPSERT, LIST, GET, DELETE } = Operation;

export class ItemStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new ServerlessCrudApi(this, 'Items', {
      schema: new EntitySchema('item', { price: Field.number(), name: Field.text() }, { itemId: ItemId.CLIENT_CHOSEN }),
      auth: Auth.none(),
      functionLayout: FunctionLayout.SINGLE,
      operations: Operations.only(UPSERT, LIST, GET, DELETE)
        .configure(UPSERT, { route: 'PUT /', successStatus: 200 })
        .configure(DELETE, { successStatus: 200 }),
    });
  }
}
