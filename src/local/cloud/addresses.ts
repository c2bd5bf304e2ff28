import type { HttpApi } from '../gateway';
import type { Blueprint } from './blueprint';
import { awsUrlsOf } from './entries';
import { stagePaths } from './local-cloud';
import { localizer, LocalUrl } from './local-urls';

/** Where everything of an app is found on this machine. */
export class Addresses {
  /** Of the main entry. */
  public readonly main: string;
  /** Replaces addresses on AWS by local ones. */
  public readonly localize: (text: string) => string;

  /** @param urls addresses by entry */
  constructor({ entries, distributions }: Blueprint, private readonly urls: ReadonlyMap<string, string>) {
    this.main = this.ofEntry(entries[0]!.id);
    const direct = entries.flatMap((entry): LocalUrl[] => awsUrlsOf(entry).map((aws) => ({ aws, local: this.ofEntry(entry.id) })));
    // an API without an address of its own is reached through its distribution, where the stage is no part of the path
    const behindSites = distributions.flatMap(({ id, behaviors }) => behaviors.flatMap(({ origin }): LocalUrl[] =>
      (origin.kind === 'api' ? [{ aws: `https://${origin.domainName}${origin.path}`, local: this.ofEntry(id) }] : [])));
    this.localize = localizer([...direct, ...behindSites]);
  }

  public ofEntry(id: string): string {
    return this.urls.get(id)!;
  }

  /** With the stage, if it has a name; without trailing slash. */
  public ofApi(api: HttpApi): string {
    return this.localize(`https://${api.domainName}${stagePaths(api)[0] ?? ''}`);
  }
}
