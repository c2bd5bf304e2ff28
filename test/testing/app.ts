import { App, Stack } from 'aws-cdk-lib';
import { Auth, EntitySchema, Field, FunctionLayout, ServerlessCrudApi } from '../../src';

/** An app with the API of one entity, which has a title. */
export function appOf(entity: string, outdir: string): App {
  const app = new App({ outdir });
  new ServerlessCrudApi(new Stack(app, 'Test'), 'Api', {
    schema: new EntitySchema(entity, { title: Field.text({ required: true }) }),
    auth: Auth.none(),
    functionLayout: FunctionLayout.SINGLE,
  });
  return app;
}
