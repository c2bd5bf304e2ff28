import { HttpRequest, MatchedRoute } from './http-request';

/**
 * The parts of a payload 2.0 event (HTTP API and function URL) that are read.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
 */
export interface HttpEvent {
  readonly routeKey: string;
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly headers?: { readonly [name: string]: string | undefined };
  readonly pathParameters?: { readonly [name: string]: string | undefined };
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
  readonly requestContext: {
    readonly requestId: string;
    readonly stage: string;
    readonly domainName?: string;
    readonly http: { readonly method: string };
    readonly authorizer?: { readonly jwt?: { readonly claims?: Claims }; readonly lambda?: Claims };
  };
}

type Claims = { readonly [name: string]: unknown };

export function decodeHttpEvent(event: HttpEvent): HttpRequest {
  const { requestContext: context, headers = {}, body } = event;
  return {
    method: context.http.method,
    path: event.rawPath,
    query: event.rawQueryString,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    body: body === undefined ? undefined : { content: body, base64: event.isBase64Encoded === true },
    claims: context.authorizer?.jwt?.claims ?? context.authorizer?.lambda,
    requestId: context.requestId,
    route: matchedRoute(event),
  };
}

/** Function URLs say `$default` too, but stand for every path; only their domain tells them apart. */
const FUNCTION_URL = /\.lambda-url\.[a-z0-9-]+\.on\./;

function matchedRoute({ routeKey, pathParameters = {}, requestContext }: HttpEvent): MatchedRoute {
  const [, pattern] = routeKey.split(' ');
  if (pattern !== undefined) return { kind: 'named', pattern, parameters: pathParameters as { [name: string]: string } };
  return FUNCTION_URL.test(requestContext.domainName ?? '') ? { kind: 'none' } : { kind: 'catchAll', stage: requestContext.stage };
}
