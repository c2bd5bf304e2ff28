import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Header, headerValue, headerValues, HttpRequest } from '../http';
import type { HttpApi, Stage } from './http-api';
import { decoded, RouteMatch } from './route-selection';

/** What the gateway knows of a request beyond the request. */
export interface RequestFacts {
  readonly api: HttpApi;
  readonly stage: Stage;
  readonly match: RouteMatch;
  readonly requestId: string;
  readonly traceId: string;
  readonly receivedAt: Date;
  /** What the authorizer found. */
  readonly authorizer?: object;
}

/** Headers of the connection, which ends at the gateway. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'expect']);

/**
 * The event of payload format 2.0.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function eventOf(request: HttpRequest, facts: RequestFacts): APIGatewayProxyEventV2 {
  const { api, stage, match, requestId, receivedAt, authorizer } = facts;
  const headers = headersOf(request, facts.traceId);
  const cookies = headerValues(request.headers, 'cookie').flatMap((value) => value.split(/; */)).filter((cookie) => cookie !== '');
  const path = rawPathOf(request.path);
  return {
    version: '2.0',
    routeKey: match.route.key,
    rawPath: path,
    rawQueryString: request.query,
    ...(cookies.length > 0 ? { cookies } : {}),
    headers,
    ...(request.query === '' ? {} : { queryStringParameters: parametersOf(request.query) }),
    requestContext: {
      accountId: api.account,
      apiId: api.id,
      ...(authorizer ? { authorizer } : {}),
      domainName: api.domainName,
      domainPrefix: api.id,
      http: {
        method: request.method,
        path,
        protocol: request.protocol,
        sourceIp: request.remoteAddress,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: match.route.key,
      stage: stage.name,
      time: commonLogTime(receivedAt),
      timeEpoch: receivedAt.getTime(),
    },
    ...(match.parameters ? { pathParameters: match.parameters } : {}),
    ...(stage.variables ? { stageVariables: stage.variables } : {}),
    ...bodyOf(request),
  };
}

/**
 * HTTP APIs give the path decoded, and without what follows a decoded question mark.
 * @see https://github.com/honojs/hono/issues/2156 and https://github.com/middleapi/standard-server/pull/93 (seen on AWS)
 */
function rawPathOf(path: string): string {
  return decoded(path).split('?', 1)[0]!;
}

function headersOf({ headers, body, remoteAddress, localPort }: HttpRequest, traceId: string): Record<string, string> {
  const joined: Record<string, string> = Object.create(null);
  for (const [name, value] of headers) {
    if (HOP_BY_HOP.has(name) || name === 'cookie') continue;
    joined[name] = name in joined ? `${joined[name]},${value}` : value;
  }
  const forwardedFor = headerValue(headers, 'x-forwarded-for');
  return {
    ...joined,
    'content-length': String(body.length),
    'x-amzn-trace-id': traceId,
    'x-forwarded-for': forwardedFor ? `${forwardedFor}, ${remoteAddress}` : remoteAddress,
    'x-forwarded-port': String(localPort),
    'x-forwarded-proto': 'http',
  };
}

/** Decoded; repeats are joined by commas. */
function parametersOf(query: string): Record<string, string> {
  const parameters: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(query)) {
    parameters[name] = name in parameters ? `${parameters[name]},${value}` : value;
  }
  return { ...parameters };
}

/**
 * Text arrives as text for these media types alone. Everything else is base64: forms, `application/merge-patch+json`, bodies without a type.
 * @see https://github.com/ministackorg/ministack/pull/766 (seen on AWS)
 */
const TEXT_TYPE = /^(?:text\/.*|application\/(?:json|xml|javascript))$/;

function bodyOf({ headers, body }: HttpRequest): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const mediaType = mediaTypeOf(headers);
  const isBase64Encoded = !TEXT_TYPE.test(mediaType);
  return { body: body.toString(isBase64Encoded ? 'base64' : 'utf8'), isBase64Encoded };
}

function mediaTypeOf(headers: readonly Header[]): string {
  return (headerValue(headers, 'content-type') ?? '').split(';')[0]!.trim().toLowerCase();
}

/** `10/Jul/2026:19:19:05 +0000`. */
function commonLogTime(date: Date): string {
  const [, day, month, year, time] = date.toUTCString().split(/[ ,]+/);
  return `${day}/${month}/${year}:${time} +0000`;
}
