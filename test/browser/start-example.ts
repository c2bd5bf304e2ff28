import { Example, startExample } from './example';

declare global {
  // the one way in which Jest hands a value from its set-up to its tear-down
  var todosExample: Example | undefined;
}

/** One example for all files; `TODOS_URL` names one that runs already. */
export default async function start(): Promise<void> {
  if (process.env.TODOS_URL) return;
  globalThis.todosExample = await startExample();
  process.env.TODOS_URL = globalThis.todosExample.url;
}
