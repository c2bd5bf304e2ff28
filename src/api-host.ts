import { Duration } from 'aws-cdk-lib';
import { IHttpApi, ThrottleSettings } from 'aws-cdk-lib/aws-apigatewayv2';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { HttpHost } from './private/http-host';

/** Which pages of other origins may call the API from a browser. */
export interface CorsOptions {
  /**
   * Origins, such as `https://app.example.com`, or `*`.
   * @default ['*']
   */
  readonly allowOrigins?: string[];
  /**
   * Lets browsers send cookies and HTTP authentication; needs explicit origins.
   * @default false
   */
  readonly allowCredentials?: boolean;
  /**
   * How long a browser may remember the answer.
   * @default Duration.hours(1)
   */
  readonly maxAge?: Duration;
}

/** Settings of an HTTP API. */
export interface HttpHostOptions {
  /**
   * Name of the API.
   * @default - the construct's path
   */
  readonly apiName?: string;
  /**
   * Name of the stage. A named stage is the first segment of every path.
   * @default '$default'
   */
  readonly stageName?: string;
  /**
   * Cross-origin access.
   * @default - any origin, without credentials
   */
  readonly cors?: CorsOptions;
  /**
   * Requests a second, and a burst, over which the gateway answers 429.
   * @default - 1,000 a second, 2,000 in a burst
   */
  readonly throttle?: ThrottleSettings;
  /**
   * How long access logs are kept.
   * @default RetentionDays.ONE_MONTH
   */
  readonly accessLogRetention?: RetentionDays;
}

/** What puts an API on the network. One host can serve several entities: pass another construct's `host`. */
export class ApiHost {
  /** An API Gateway HTTP API of its own. */
  public static http(options?: HttpHostOptions): ApiHost {
    return new ApiHost(new HttpHost(options));
  }

  private constructor(
    /** @internal */
    public readonly _host: HttpHost,
  ) {}

  /** The HTTP API, once a construct uses this host. */
  public get httpApi(): IHttpApi {
    return this._host.api;
  }

  /** Name of the stage; `$default` is no part of the path. */
  public get stageName(): string {
    return this._host.stageName;
  }
}
