import type { ServedApi } from '../local';

/** Commands that show what an API does: list, and create with an example. */
export function tryItOut({ url, routes }: ServedApi): string[] {
  const collections = routes.filter(({ key }) => /^[A-Z]+ \/[^{}]*$/.test(key));
  const list = collections.find(({ key }) => key.startsWith('GET '));
  const create = collections.find(({ key, example }) => key.startsWith('POST ') && example !== undefined);
  const path = (key: string) => key.slice(key.indexOf(' ') + 1);
  return [
    ...(list ? [`curl ${url}${path(list.key)}`] : []),
    ...(create ? [`curl ${url}${path(create.key)} -H 'content-type: application/json' -d '${JSON.stringify(create.example).replaceAll("'", "'\\''")}'`] : []),
  ];
}
