import { existsSync, statSync } from 'fs';
import type { StaticSiteProps } from '../static-site';
import { SITE } from './options/api-shapes';
import { readOptions } from './options/read-options';
import { shown } from './options/shown';

/** What is wrong with the props of a static site. */
export function checkSite(props: StaticSiteProps): string[] {
  const { options, mistakes } = readOptions<Partial<StaticSiteProps>>(props, SITE, () => undefined);
  const { source, apis = [] } = options;
  if (source !== undefined && !(existsSync(source) && statSync(source).isDirectory())) {
    mistakes.push(`source must be a folder (relative to the one that the app runs in), got ${shown(source)}, which is ${existsSync(source) ? 'a file' : 'not there'}`);
  }
  const known = apis.filter(isApi);
  mistakes.push(...apis.filter((api) => !isApi(api)).map((api) => `apis must hold ServerlessCrudApi, got ${shown(api)}`));
  const taken = known.find(({ path }, position) => known.findIndex((other) => other.path === path) !== position);
  if (taken) mistakes.push(`apis: two are served under ${taken.path}; give one of them another path`);
  return mistakes;
}

function isApi(api: unknown): boolean {
  return typeof api === 'object' && api !== null && 'host' in api && 'path' in api;
}
