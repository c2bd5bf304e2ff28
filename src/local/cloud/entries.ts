import type { HttpApi } from '../gateway';
import type { Distribution } from '../site';

/** Something that has an address of its own: an API, or a distribution. */
export type Entry =
  | { readonly kind: 'api'; readonly id: string; readonly name: string; readonly api: HttpApi }
  | { readonly kind: 'site'; readonly id: string; readonly name: string; readonly distribution: Distribution };

/** What is served at addresses of its own, the main one first: distributions, then the APIs that no distribution serves. */
export function entriesOf(apis: readonly HttpApi[], distributions: readonly Distribution[]): Entry[] {
  const sites = distributions.map((distribution) => ({ kind: 'site', id: distribution.id, name: distribution.name, distribution } as const));
  const origins = distributions.flatMap(({ behaviors }) => behaviors.map(({ origin }) => origin));
  const behindSites = new Set(origins.flatMap((origin) => (origin.kind === 'api' ? [origin.domainName] : [])));
  const alone = apis.filter(({ domainName }) => !behindSites.has(domainName)).map((api) => ({ kind: 'api', id: api.id, name: api.name, api } as const));
  return [...sites, ...alone];
}

/** Addresses on AWS under which an entry is known. */
export function awsUrlsOf(entry: Entry): string[] {
  if (entry.kind === 'api') return [`https://${entry.api.domainName}`];
  return [entry.distribution.domainName, ...entry.distribution.aliases].map((domainName) => `https://${domainName}`);
}
