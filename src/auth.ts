import { AuthModel } from './private/auth-model';

/** Options of a JWT authorizer. */
export interface JwtOptions {
  /** Base URL of the identity provider, as in the token's `iss`; its keys are found through OpenID Connect discovery. */
  readonly issuer: string;
  /** The accepted `aud` (or `client_id`) values; at least one. */
  readonly audience: string[];
}

/** Who may call an API. */
export class Auth {
  /** Anyone. A public API is written down, and warns at synth. */
  public static none(): Auth {
    return new Auth({ kind: 'none' });
  }

  /**
   * Callers with a token of an OpenID Connect provider; API Gateway checks signature, issuer, audience and times.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
   */
  public static jwt(options: JwtOptions): Auth {
    return new Auth({ kind: 'jwt', issuer: options.issuer, audience: [...options.audience] });
  }

  private constructor(
    /** @internal */
    public readonly _model: AuthModel,
  ) {}
}
