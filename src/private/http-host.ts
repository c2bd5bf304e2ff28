import { ArnFormat, Duration, Lazy, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CorsHttpMethod, HttpApi, HttpMethod, HttpRoute, HttpRouteKey, HttpStage, IHttpRouteAuthorizer, LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnPermission, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { CorsOptions, HttpHostOptions } from '../api-host';
import { canonicalJson, ENVIRONMENT, Model, Route, routesOf } from '../model';
import { AuthModel } from './auth-model';
import { createAuthorizer } from './authorizer';
import { EntityFunction } from './entity-functions';
import { fail } from './errors';
import { FunctionIntegration } from './function-integration';
import { readHttpHost } from './read-http-host';

/** What an entity brings to the host that serves it. */
export interface ServedEntity {
  readonly scope: Construct;
  readonly model: Model;
  readonly functions: EntityFunction[];
  readonly auth: AuthModel;
  readonly removalPolicy: RemovalPolicy;
}

/** Headers that clients may send, and may read, across origins: those of the contract. */
const REQUEST_HEADERS = ['Authorization', 'Content-Type', 'If-Match', 'If-None-Match', 'Idempotency-Key', 'Prefer'];
const RESPONSE_HEADERS = ['ETag', 'Location', 'Link', 'Retry-After', 'Preference-Applied', 'Idempotency-Replayed', 'X-Request-Id'];

/** One HTTP API, created by the first entity that uses it and shared with the others. */
export class HttpHost {
  public readonly stageName: string;
  /** What is wrong with the options, for the construct that uses the host. */
  public readonly mistakes: string[];
  private readonly options: HttpHostOptions;
  private bound?: { readonly api: HttpApi; readonly stage: HttpStage };
  private readonly routes: Route[] = [];
  private readonly authorizers = new Map<string, IHttpRouteAuthorizer>();
  private entities = 0;

  constructor(given?: HttpHostOptions) {
    const { options, mistakes } = readHttpHost(given);
    this.options = options;
    this.mistakes = mistakes;
    this.stageName = options.stageName ?? '$default';
  }

  public get api(): HttpApi {
    if (!this.bound) throw new Error('this ApiHost has no API yet: pass it to a ServerlessCrudApi first');
    return this.bound.api;
  }

  /** Where the API answers, without trailing slash. */
  public get url(): string {
    const { apiEndpoint } = this.api;
    return this.stageName === '$default' ? apiEndpoint : `${apiEndpoint}/${this.stageName}`;
  }

  public serve(entity: ServedEntity): void {
    const { api, stage } = this.bound ??= this.create(entity);
    const routes = routesOf(entity.model);
    this.refuseTakenPaths(entity, routes);
    const authorizer = this.authorizerFor(entity.auth);
    const integrations = entity.functions.map(({ lambda, routes: served }) => {
      const integration = new FunctionIntegration(lambda);
      for (const { method, path } of routeKeys(served, entity.functions.length === 1 && !authorizer)) {
        new HttpRoute(entity.scope, `${method} ${path}`, {
          httpApi: api,
          routeKey: HttpRouteKey.with(path, method),
          integration,
          authorizer,
        });
      }
      permit(lambda, 'Invoke', stage, `*${commonPath(served)}`);
      return integration;
    });
    this.routes.push(...routes);
    if (this.entities++ === 0) this.answerTheRest(entity.scope, integrations[0], api, stage);
  }

  /** Entities with the same callers share an authorizer. The first one's id is contract. */
  private authorizerFor(auth: AuthModel): IHttpRouteAuthorizer | undefined {
    const key = canonicalJson(auth);
    const known = this.authorizers.get(key);
    if (known) return known;
    const authorizer = createAuthorizer(auth, `Authorizer${this.authorizers.size || ''}`);
    if (authorizer) this.authorizers.set(key, authorizer);
    return authorizer;
  }

  /** Another method is 405 and another path 404, from a function that makes no call for them. */
  private answerTheRest(scope: Construct, integration: FunctionIntegration, httpApi: HttpApi, stage: HttpStage): void {
    new HttpRoute(scope, 'DefaultRoute', { httpApi, routeKey: HttpRouteKey.DEFAULT, integration });
    permit(integration.lambda, 'InvokeDefault', stage, '$default');
    integration.lambda.addEnvironment(ENVIRONMENT.apiRoutes, Lazy.string({ produce: () => this.otherRoutes() }));
  }

  /** The function knows its own entity's routes; those of all are worth a variable only when there are more. */
  private otherRoutes(): string | undefined {
    return this.entities > 1 ? this.routes.map(({ method, path }) => `${method} ${path}`).join('\n') : undefined;
  }

  private refuseTakenPaths({ scope, model }: ServedEntity, routes: Route[]): void {
    // to API Gateway `/users/{id}` and `/users/{userId}` are one path
    const key = ({ method, path }: Route) => `${method} ${path.replace(/\{[^}]+\}/g, '{}')}`;
    const keys = new Set(this.routes.map(key));
    const taken = routes.find((route) => keys.has(key(route)));
    if (taken) fail(scope, `path: ${taken.method} ${taken.path} is served by another entity of this host; give '${model.entity.name}' another path`);
  }

  private create({ scope, removalPolicy }: ServedEntity): { api: HttpApi; stage: HttpStage } {
    const { apiName, cors = {}, throttle, accessLogRetention } = this.options;
    const api = new HttpApi(scope, 'Api', { apiName: apiName ?? scope.node.path.replace(/\//g, '-'), createDefaultStage: false, corsPreflight: corsOf(cors) });
    const logGroup = new LogGroup(scope, 'AccessLog', { retention: accessLogRetention ?? RetentionDays.ONE_MONTH, removalPolicy });
    const stage = new HttpStage(scope, 'Stage', {
      httpApi: api,
      stageName: this.stageName,
      autoDeploy: true,
      throttle: { rateLimit: 1000, burstLimit: 2000, ...throttle },
      accessLogSettings: { destination: new LogGroupLogDestination(logGroup), format: ACCESS_LOG },
    });
    return { api, stage };
  }
}

/** JSON, one line a request. The path is logged without the query, which may hold a cursor or personal data. */
const ACCESS_LOG = AccessLogFormat.custom(JSON.stringify({
  requestId: '$context.requestId',
  time: '$context.requestTime',
  method: '$context.httpMethod',
  path: '$context.path',
  routeKey: '$context.routeKey',
  status: '$context.status',
  responseLength: '$context.responseLength',
  latency: '$context.responseLatency',
  integrationError: '$context.integrationErrorMessage',
}));

function corsOf({ allowOrigins = ['*'], allowCredentials = false, maxAge = Duration.hours(1) }: CorsOptions) {
  const { GET, HEAD, POST, PUT, PATCH, DELETE } = CorsHttpMethod;
  return {
    allowOrigins,
    allowCredentials: allowCredentials || undefined,
    allowMethods: [GET, HEAD, POST, PUT, PATCH, DELETE],
    allowHeaders: REQUEST_HEADERS,
    exposeHeaders: RESPONSE_HEADERS,
    maxAge,
  };
}

/**
 * The routes of a function. One function for everything takes all methods of a path by one route, but not behind an authorizer,
 * which would ask preflights for a token.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
function routeKeys(routes: Route[], anyMethod: boolean): { method: HttpMethod; path: string }[] {
  if (!anyMethod) return routes.map(({ method, path }) => ({ method: method as HttpMethod, path }));
  return [...new Set(routes.map(({ path }) => path))].map((path) => ({ method: HttpMethod.ANY, path }));
}

/** `/todos/{id}` for one path, `/todos*` for several that begin so: one statement a function. */
function commonPath(routes: Route[]): string {
  const [first, ...others] = [...new Set(routes.map(({ path }) => path))];
  if (others.length === 0) return first;
  const common = [...first].findIndex((character, at) => others.some((path) => path[at] !== character));
  return `${common < 0 ? first : first.slice(0, common)}*`;
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
function permit(lambda: LambdaFunction, id: string, stage: HttpStage, methodAndPath: string): void {
  const stack = Stack.of(lambda);
  new CfnPermission(lambda, id, {
    action: 'lambda:InvokeFunction',
    functionName: lambda.functionArn,
    principal: 'apigateway.amazonaws.com',
    sourceAccount: stack.account,
    sourceArn: stack.formatArn({
      service: 'execute-api',
      resource: stage.api.apiId,
      resourceName: `${stage.stageName}/${methodAndPath}`,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    }),
  });
}
