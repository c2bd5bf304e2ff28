import { HttpRequest, HttpResponse, withHeaders } from '../http';
import type { Bucket } from './bucket';
import { Behavior, Distribution, matchesPattern, Origin } from './distribution';
import { objectAnswer } from './object-answer';
import { applyPolicy } from './response-headers-policy';

/** What a distribution needs of the rest of the cloud. */
export interface EdgeServices {
  readonly buckets: ReadonlyMap<string, Bucket>;
  /** Sends a request on to the API with this domain name. */
  callApi(domainName: string, request: HttpRequest): Promise<HttpResponse>;
}

/** Serves one distribution as CloudFront does, without its caches. */
export class Edge {
  constructor(public readonly distribution: Distribution, private readonly services: EdgeServices) {}

  /** The behaviour for a path. */
  public behaviorFor(path: string): Behavior {
    return this.distribution.behaviors.find(({ pathPattern }) => matchesPattern(pathPattern, path))!; // the last one matches all
  }

  public async handle(request: HttpRequest): Promise<HttpResponse> {
    const behavior = this.behaviorFor(request.path);
    if (!behavior.allowedMethods.includes(request.method)) return this.finish(behavior, notAllowed(request.method));
    const { defaultRootObject } = this.distribution;
    const path = request.path === '/' && defaultRootObject !== undefined ? `/${defaultRootObject}` : request.path;
    const response = await this.fetch(behavior.origin, { ...request, path });
    return this.finish(behavior, await this.withErrorPage(request, response));
  }

  private finish({ responseHeaders }: Behavior, response: HttpResponse): HttpResponse {
    return { ...response, headers: applyPolicy(responseHeaders, response.headers) };
  }

  private async fetch(origin: Origin, request: HttpRequest): Promise<HttpResponse> {
    const path = origin.path + request.path;
    if (origin.kind === 'api') {
      const headers = withHeaders(request.headers, [['host', origin.domainName]]);
      return this.services.callApi(origin.domainName, { ...request, path, headers });
    }
    return objectAnswer(this.services.buckets.get(origin.bucketName)!, keyOf(path), request);
  }

  /** Custom error pages stand in place of the errors of all origins, an API's included. */
  private async withErrorPage(request: HttpRequest, response: HttpResponse): Promise<HttpResponse> {
    const custom = this.distribution.errorResponses.find(({ errorCode }) => errorCode === response.status);
    if (custom?.responsePagePath === undefined) return response;
    const { origin } = this.behaviorFor(custom.responsePagePath);
    const page = await this.fetch(origin, { ...request, method: 'GET', path: custom.responsePagePath, query: '', headers: [], body: Buffer.alloc(0) });
    return page.status === 200 ? { ...page, status: custom.responseCode ?? response.status } : response;
  }
}

/** The key that a path names, decoded once; what is not valid percent-encoding names nothing. */
function keyOf(path: string): string {
  try {
    return decodeURIComponent(path.slice(1));
  } catch {
    return path.slice(1);
  }
}

function notAllowed(method: string): HttpResponse {
  const body = `<!DOCTYPE html><title>403</title><h1>403</h1><p>This distribution does not allow ${method.replace(/[^A-Z-]/g, '')} here.</p>`;
  return { status: 403, headers: [['content-type', 'text/html']], body };
}
