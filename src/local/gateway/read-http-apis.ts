import type { Resource } from '../assembly';
import { PropertyReader } from '../property-reader';
import { CorsConfiguration, DEFAULT_ROUTE, HttpApi, JwtAuthorizer, LambdaIntegration, Route, Stage, Throttle } from './http-api';
import { LIMITS } from './limits';

/** Types of resources that an HTTP API is made of. */
export const HTTP_API_TYPES = ['Api', 'Stage', 'Route', 'Integration', 'Authorizer'].map((name) => `AWS::ApiGatewayV2::${name}`);

/** The HTTP APIs among the resources, in their order. */
export function readHttpApis(resources: readonly Resource[]): HttpApi[] {
  return resources.filter(({ type }) => type === 'AWS::ApiGatewayV2::Api').map((resource) => readHttpApi(resource, resources));
}

function readHttpApi(resource: Resource, resources: readonly Resource[]): HttpApi {
  const api = PropertyReader.of(resource);
  api.oneOf('ProtocolType', ['HTTP'], 'HTTP');
  for (const property of ['Body', 'BodyS3Location', 'Target']) api.refuse(property, 'routes are taken from AWS::ApiGatewayV2::Route alone');
  const id = resource.physicalId;
  const [, , , , account] = resource.attributes.ExecuteApiArn!.split(':');
  const parts = resources.filter(({ type }) => HTTP_API_TYPES.includes(type)).filter((part) => part !== resource && part.properties.ApiId === id);
  const ofType = (name: string) => parts.filter(({ type }) => type === `AWS::ApiGatewayV2::${name}`);
  const integrations = new Map(ofType('Integration').map((part) => [part.physicalId, part]));
  const authorizers = new Map(ofType('Authorizer').map((part) => [part.physicalId, part]));
  return {
    id,
    name: api.optionalText('Name') ?? resource.logicalId,
    executeApiArn: resource.attributes.ExecuteApiArn!,
    account: account!,
    domainName: new URL(resource.attributes.ApiEndpoint!).host,
    ...(api.has('CorsConfiguration') ? { cors: readCors(api.nested('CorsConfiguration')) } : {}),
    stages: ofType('Stage').map(readStage),
    routes: ofType('Route').map((route) => readRoute(route, integrations, authorizers)),
  };
}

function readCors(cors: PropertyReader): CorsConfiguration {
  return {
    allowOrigins: cors.texts('AllowOrigins'),
    allowMethods: cors.texts('AllowMethods'),
    allowHeaders: cors.texts('AllowHeaders'),
    exposeHeaders: cors.texts('ExposeHeaders'),
    allowCredentials: cors.boolean('AllowCredentials') ?? false,
    maxAgeSeconds: cors.number('MaxAge'),
  };
}

function readStage(resource: Resource): Stage {
  const stage = PropertyReader.of(resource);
  const settings = [...stage.nestedMap('RouteSettings')].map(([key, route]) => [key, readThrottle(route)] as const);
  return {
    name: stage.text('StageName'),
    variables: stage.textMap('StageVariables'),
    throttle: readThrottle(stage.nested('DefaultRouteSettings')),
    routeThrottles: Object.fromEntries(settings.filter((entry): entry is [string, Throttle] => entry[1] !== undefined)),
  };
}

function readThrottle(settings: PropertyReader): Throttle | undefined {
  const rateLimit = settings.number('ThrottlingRateLimit');
  const burstLimit = settings.number('ThrottlingBurstLimit');
  return rateLimit === undefined && burstLimit === undefined ? undefined : { rateLimit, burstLimit };
}

function readRoute(resource: Resource, integrations: ReadonlyMap<string, Resource>, authorizers: ReadonlyMap<string, Resource>): Route {
  const route = PropertyReader.of(resource);
  const key = route.text('RouteKey');
  if (key !== DEFAULT_ROUTE && !/^[A-Z]+ \/\S*$/.test(key)) route.fail('RouteKey', `it is '${key}'; it must be METHOD /path or ${DEFAULT_ROUTE}`);
  const integration = integrations.get(route.text('Target').replace(/^integrations\//, ''));
  if (!integration) return route.fail('Target', `it is '${route.text('Target')}', which is no integration of this API`);
  const authorization = route.oneOf('AuthorizationType', ['NONE', 'JWT'], 'NONE');
  const authorizer = authorization === 'JWT' ? authorizers.get(route.text('AuthorizerId')) : undefined;
  if (authorization === 'JWT' && !authorizer) route.fail('AuthorizerId', 'it is no authorizer of this API');
  return {
    key,
    integration: readIntegration(integration),
    ...(authorizer ? { authorizer: readAuthorizer(authorizer) } : {}),
    scopes: route.texts('AuthorizationScopes'),
  };
}

function readIntegration(resource: Resource): LambdaIntegration {
  const integration = PropertyReader.of(resource);
  integration.oneOf('IntegrationType', ['AWS_PROXY']);
  integration.refuse('IntegrationSubtype', 'functions are the only integrations that are run here');
  integration.oneOf('PayloadFormatVersion', ['2.0']);
  for (const property of ['RequestParameters', 'ResponseParameters']) integration.refuse(property, 'parameters are not mapped here');
  integration.refuse('CredentialsArn', 'functions are invoked by their resource policy; leave it out');
  return {
    functionArn: functionArnOf(integration),
    timeoutMillis: integration.number('TimeoutInMillis') ?? LIMITS.integrationMillis,
  };
}

/** The function's ARN, by itself or as the action of Lambda that invokes it. */
function functionArnOf(integration: PropertyReader): string {
  const uri = integration.text('IntegrationUri');
  const arn = /\/functions\/(.+)\/invocations$/.exec(uri)?.[1] ?? uri;
  return /^arn:[^:]+:lambda:/.test(arn) ? arn : integration.fail('IntegrationUri', `it is '${uri}'; it must be a function's ARN`);
}

function readAuthorizer(resource: Resource): JwtAuthorizer {
  const authorizer = PropertyReader.of(resource);
  authorizer.oneOf('AuthorizerType', ['JWT']);
  const configuration = authorizer.nested('JwtConfiguration');
  return {
    issuer: configuration.text('Issuer'),
    audience: configuration.texts('Audience'),
    identitySources: authorizer.texts('IdentitySource'),
  };
}
