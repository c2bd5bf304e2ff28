import type { ResponseHeadersPolicy } from './response-headers-policy';

/** A CloudFront distribution as the template describes it. */
export interface Distribution {
  readonly id: string;
  readonly name: string;
  /** `d111111abcdef8.cloudfront.net`. */
  readonly domainName: string;
  /** Domain names of its own. */
  readonly aliases: readonly string[];
  readonly defaultRootObject?: string;
  /** In the order in which they are tried; the default behaviour is last, with the pattern `*`. */
  readonly behaviors: readonly Behavior[];
  readonly errorResponses: readonly ErrorResponse[];
}

export interface Behavior {
  readonly pathPattern: string;
  readonly origin: Origin;
  readonly allowedMethods: readonly string[];
  readonly responseHeaders?: ResponseHeadersPolicy;
}

/** Where a behaviour's answers come from. */
export type Origin =
  | { readonly kind: 'bucket'; readonly bucketName: string; readonly path: string }
  | { readonly kind: 'api'; readonly domainName: string; readonly path: string };

/** What is answered in place of an origin's error. */
export interface ErrorResponse {
  readonly errorCode: number;
  readonly responsePagePath?: string;
  readonly responseCode?: number;
}

/**
 * Whether a path matches a behaviour's pattern: `*` and `?` are wildcards, case counts, a leading slash may be left out.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern
 */
export function matchesPattern(pattern: string, path: string): boolean {
  const source = pattern.replace(/^\//, '').replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*').replace(/\?/g, '.');
  return new RegExp(`^/${source}$`, 's').test(path);
}
