import type { LocalCloud, ServedApi, ServedRoute } from '../local';
import { tryItOut } from './try-it-out';

/** What is shown once the app runs. */
export function startScreen(cloud: LocalCloud): string {
  const { sites, apis, notices } = cloud;
  const urls: [string, string][] = [
    ...sites.map(({ url }): [string, string] => ['Page', `${url}/`]),
    ...apis.map(({ url, name }): [string, string] => ['API', `${url}  (${name})`]),
    ['Console', `${cloud.url}/_console`],
  ];
  return [
    '',
    ...urls.map(([label, url]) => `  ${label.padEnd(8)} ${url}`),
    ...apis.flatMap(routeLines),
    '',
    '  Try',
    ...tryItOut(cloud).map((line) => `    ${line}`),
    '',
    ...notices.map((notice) => `  ${notice}`),
    '  Ctrl-C ends it',
    '',
  ].join('\n');
}

/** The routes with their functions; HEAD stands beside its GET. */
function routeLines({ routes }: ServedApi): string[] {
  const keys = new Set(routes.map(({ key }) => key));
  const shown = routes.filter(({ key }) => !(key.startsWith('HEAD ') && keys.has(key.replace('HEAD', 'GET'))));
  const rows = shown.map((route) => [...methodAndPath(route, keys), route.function] as const);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return ['', ...rows.map(([method, path, name]) => `    ${method.padEnd(widths[0]!)}  ${path.padEnd(widths[1]!)}  ${name}`)];
}

function methodAndPath({ key }: ServedRoute, keys: ReadonlySet<string>): [string, string] {
  const [method, path] = key.split(' ') as [string, string | undefined];
  if (path === undefined) return ['', 'all else'];
  return [method === 'GET' && keys.has(`HEAD ${path}`) ? 'GET, HEAD' : method, path];
}
