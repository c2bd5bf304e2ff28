import type { LocalCloud, ServedRoute } from '../local';

/** Commands that show what the APIs do: list, and create with an example. */
export function tryItOut({ url: cloudUrl, apis }: LocalCloud): string[] {
  const issuers = new Set(apis.flatMap(({ routes }) => routes.flatMap(({ issuer }) => issuer ?? [])));
  const token = ({ issuer }: ServedRoute) => {
    if (issuer === undefined) return '';
    const options = ['--sub ana', `--url ${cloudUrl}`, ...(issuers.size > 1 ? [`--issuer ${issuer}`] : [])];
    return ` -H "authorization: Bearer $(npx cdk-serverless-crud-api token ${options.join(' ')})"`;
  };
  return apis.flatMap(({ url, routes }) => {
    const collections = routes.filter(({ key }) => /^[A-Z]+ \/[^{}]*$/.test(key));
    const list = collections.find(({ key }) => key.startsWith('GET '));
    const create = collections.find(({ key, example }) => key.startsWith('POST ') && example !== undefined);
    const curl = (route: ServedRoute) => `curl ${url}${route.key.slice(route.key.indexOf(' ') + 1)}${token(route)}`;
    return [
      ...(list ? [curl(list)] : []),
      ...(create ? [`${curl(create)} -H 'content-type: application/json' -d '${JSON.stringify(create.example).replaceAll("'", "'\\''")}'`] : []),
    ];
  });
}
