import { Stack } from 'aws-cdk-lib';
import { Auth, ServerlessCrudApi } from 'cdk-serverless-crud-api';
import { entityFromZod } from 'cdk-serverless-crud-api/zod';
import { z } from 'zod';

const User = z.object({
  email: z.email().meta({ immutable: true }),
  age: z.int().min(0).optional(),
});

/** The same from a zod schema. */
export class UsersStack extends Stack {
  public readonly api = new ServerlessCrudApi(this, 'Users', { auth: Auth.none(), schema: entityFromZod('user', User) });
}
