/** An HTTP API (API Gateway v2) as the template describes it. */
export interface HttpApi {
  readonly id: string;
  readonly name: string;
  /** `arn:aws:execute-api:REGION:ACCOUNT:ID`: what the source ARNs of its calls begin with. */
  readonly executeApiArn: string;
  readonly account: string;
  /** `ID.execute-api.REGION.amazonaws.com`. */
  readonly domainName: string;
  readonly cors?: CorsConfiguration;
  readonly stages: readonly Stage[];
  readonly routes: readonly Route[];
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html */
export interface CorsConfiguration {
  readonly allowOrigins: readonly string[];
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
  readonly exposeHeaders: readonly string[];
  readonly allowCredentials: boolean;
  readonly maxAgeSeconds?: number;
}

export interface Stage {
  /** `$default` is no part of the path. */
  readonly name: string;
  readonly variables?: Readonly<Record<string, string>>;
  /** For every route that has none of its own. */
  readonly throttle?: Throttle;
  /** By route key. */
  readonly routeThrottles: Readonly<Record<string, Throttle>>;
}

/** A token bucket: so many requests a second, and so many at once. */
export interface Throttle {
  readonly rateLimit?: number;
  readonly burstLimit?: number;
}

export interface Route {
  /** `GET /todos/{id}`, `ANY /{proxy+}` or `$default`. */
  readonly key: string;
  readonly integration: LambdaIntegration;
  readonly authorizer?: JwtAuthorizer;
  /** One of them must be among the token's. */
  readonly scopes: readonly string[];
}

export interface LambdaIntegration {
  readonly functionArn: string;
  readonly timeoutMillis: number;
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html */
export interface JwtAuthorizer {
  readonly issuer: string;
  readonly audience: readonly string[];
  /** `$request.header.Authorization` or `$request.querystring.NAME`, tried in their order. */
  readonly identitySources: readonly string[];
}

/** The route that catches what no other does. */
export const DEFAULT_ROUTE = '$default';
/** The stage without a path segment of its own. */
export const DEFAULT_STAGE = '$default';
