import { STATUS_CODES } from 'node:http';
import { headerValue, HttpRequest, HttpResponse, jsonResponse } from '../http';
import type { InvocationRequest, InvocationResult } from '../lambda';
import { answerOf, MalformedAnswer } from './answer';
import { authorize, TokenVerifier } from './authorizer';
import { preflightAnswer, withCors } from './cors';
import { eventOf } from './event';
import { DEFAULT_ROUTE, HttpApi, Stage } from './http-api';
import { traceIdOf } from './identifiers';
import { LIMITS } from './limits';
import { RouteMatch, selectRoute } from './route-selection';
import { selectStage } from './stage-selection';
import { TokenBucket } from './token-bucket';

/** What the gateway needs of the rest of the cloud. */
export interface GatewayServices {
  readonly verifyToken: TokenVerifier;
  invoke(functionArn: string, request: InvocationRequest): Promise<InvocationResult>;
  /** Whether the function's resource policy lets this API invoke it, for calls with this ARN. */
  mayInvoke(functionArn: string, sourceArn: string): boolean;
}

/** The answer, and what is worth knowing of how it came about. */
export interface GatewayAnswer {
  readonly response: HttpResponse;
  readonly routeKey?: string;
  /** The path that the routes saw, without the stage. */
  readonly resourcePath?: string;
  readonly functionArn?: string;
  readonly cold?: boolean;
  /** Why the gateway answered in the function's place; AWS has it as `$context.integrationErrorMessage`. */
  readonly problem?: string;
}

/** Serves one HTTP API as API Gateway does. */
export class HttpGateway {
  private readonly buckets = new Map<string, TokenBucket>();

  constructor(public readonly api: HttpApi, private readonly services: GatewayServices) {}

  public async handle(request: HttpRequest, requestId: string): Promise<GatewayAnswer> {
    const answer = await this.answer(request, requestId);
    const response = this.isPreflight(request) ? answer.response : withCors(this.api.cors, request, answer.response);
    return { ...answer, response: { ...response, headers: [...response.headers, ['apigw-requestid', requestId]] } };
  }

  private async answer(request: HttpRequest, requestId: string): Promise<GatewayAnswer> {
    if (headerBytes(request) > LIMITS.headerBytes) return refusal(431);
    if (request.bodyTooLarge) return refusal(413, 'Request Entity Too Large');
    const selected = selectStage(this.api.stages, request.path);
    const match = selected && selectRoute(this.api.routes, request.method, selected.path);
    if (!selected || !match) return this.isPreflight(request) ? this.preflight(request) : refusal(404);

    const { stage } = selected;
    const { route } = match;
    if (!this.admits(stage, route.key)) return refusal(429);
    const authorization = await authorize(route.authorizer, route.scopes, request, this.services.verifyToken);
    if (!authorization.granted) return { ...refusal(authorization.status), routeKey: route.key };
    if (this.isPreflight(request)) return this.preflight(request);

    const receivedAt = new Date();
    const traceId = traceIdOf(headerValue(request.headers, 'x-amzn-trace-id'), receivedAt);
    const facts = { api: this.api, stage, match, requestId, traceId, receivedAt, authorizer: authorization.context };
    const answer = await this.integrate(request, stage, match, { event: eventOf(request, facts), causeId: requestId, traceId });
    return { ...answer, routeKey: route.key, resourcePath: selected.path };
  }

  private async integrate(request: HttpRequest, stage: Stage, { route }: RouteMatch, invocation: InvocationRequest): Promise<GatewayAnswer> {
    const { functionArn, timeoutMillis } = route.integration;
    const sourceArn = this.sourceArn(stage, request.method, route.key);
    if (!this.services.mayInvoke(functionArn, sourceArn)) {
      return { ...refusal(500), functionArn, problem: `the function's permissions do not let ${sourceArn} invoke it (AWS::Lambda::Permission)` };
    }
    const result = await within(timeoutMillis, this.services.invoke(functionArn, invocation));
    // the function goes on, its answer is lost
    if (result === undefined) return { ...refusal(503), functionArn, problem: `the function took longer than the integration's ${timeoutMillis} ms` };
    return { ...respond(result), functionArn };
  }

  /** `…:API/STAGE/METHOD/PATH`, the path being that of the route, variables included. */
  private sourceArn(stage: Stage, method: string, routeKey: string): string {
    const resource = routeKey === DEFAULT_ROUTE ? DEFAULT_ROUTE : `${method}${routeKey.slice(routeKey.indexOf(' ') + 1)}`;
    return `${this.api.executeApiArn}/${stage.name}/${resource}`;
  }

  private admits(stage: Stage, routeKey: string): boolean {
    const throttle = stage.routeThrottles[routeKey] ?? stage.throttle;
    if (!throttle) return true;
    const bucketKey = `${stage.name} ${routeKey}`;
    const bucket = this.buckets.get(bucketKey) ?? new TokenBucket(throttle, performance.now());
    this.buckets.set(bucketKey, bucket);
    return bucket.take(performance.now());
  }

  /** With CORS configured, the API itself answers OPTIONS, on every path. Only an authorizer on a matching route comes before. */
  private isPreflight(request: HttpRequest): boolean {
    return this.api.cors !== undefined && request.method === 'OPTIONS';
  }

  private preflight(request: HttpRequest): GatewayAnswer {
    return { response: preflightAnswer(this.api.cors!, request) };
  }
}

function respond(result: InvocationResult): GatewayAnswer {
  switch (result.outcome) {
    case 'throttled':
      return { ...refusal(503), problem: 'the function is at its reserved concurrency' };
    case 'tooLarge':
      return { ...refusal(413, 'Request Entity Too Large'), problem: 'the event is over the 6 MB that a function accepts' };
    case 'error':
      return { ...refusal(500), cold: result.cold, problem: `${result.error.errorType}: ${result.error.errorMessage}` };
    case 'success':
      try {
        return { response: answerOf(result.payload), cold: result.cold };
      } catch (error) {
        if (!(error instanceof MalformedAnswer)) throw error;
        return { ...refusal(500), cold: result.cold, problem: `the function's answer cannot be sent: ${error.message}` };
      }
  }
}

/** The gateway's own answers are a message in JSON, without details. */
function refusal(status: number, message = STATUS_CODES[status]): GatewayAnswer {
  return { response: jsonResponse(status, { message }, status === 401 ? [['www-authenticate', 'Bearer']] : []) };
}

function headerBytes({ method, path, query, headers }: HttpRequest): number {
  const requestLine = `${method} ${path}?${query} HTTP/1.1`.length;
  return headers.reduce((bytes, [, value]) => bytes + Buffer.byteLength(value, 'latin1'), requestLine);
}

async function within<T>(millis: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), millis)));
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
