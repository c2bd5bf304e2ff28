import { startLocal } from 'cdk-serverless-crud-api/testing';

/** The app inside this very process, as in a test. */
async function run(): Promise<void> {
  const cloud = await startLocal({ assembly: 'cdk.out' });
  const { status } = await fetch(`${cloud.url}/todos`);
  const actions = cloud.requests.list().flatMap(({ calls }) => calls.map(({ action }) => action));
  await cloud.stop();
  console.log(`${status}, ${actions.join()}`);
}

void run();
