import { App, Stack } from 'aws-cdk-lib';
import { Auth, EntitySchema, Field, ServerlessCrudApi } from 'cdk-serverless-crud-api';
import { LocalCloud, startLocal } from 'cdk-serverless-crud-api/testing';

let cloud: LocalCloud;
beforeAll(async () => {
  const app = new App();
  new ServerlessCrudApi(new Stack(app, 'Test'), 'Todos', {
    schema: new EntitySchema('todo', { title: Field.text({ required: true }) }),
    auth: Auth.none(),
  });
  cloud = await startLocal({ app });
});
afterAll(() => cloud.stop());

test('a todo is created by one call to DynamoDB', async () => {
  const body = JSON.stringify({ title: 'Buy milk' });
  const answer = await fetch(`${cloud.url}/todos`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect(answer.status).toBe(201);

  const request = cloud.requests.find(answer.headers.get('x-request-id')!)!;
  expect(request.calls.map(({ action }) => action)).toEqual(['PutItem']);
});
