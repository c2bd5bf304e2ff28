import './start-example';

export default async function stop(): Promise<void> {
  await globalThis.todosExample?.stop();
}
