import { AuthModel } from './private/auth-model';
import { checkJwt } from './private/check-jwt';
import { LATE_TEXT, LATE_TEXTS, required } from './private/options/kind';
import { readOptions, Shape } from './private/options/read-options';

/** Options of a JWT authorizer. */
export interface JwtOptions {
  /** Base URL of the identity provider, as in the token's `iss`; its keys are found through OpenID Connect discovery. */
  readonly issuer: string;
  /** The accepted `aud` (or `client_id`) values; at least one. */
  readonly audience: string[];
}

const JWT: Shape<JwtOptions> = { issuer: required(LATE_TEXT), audience: required(LATE_TEXTS) };

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
    const { options: { issuer = '', audience = [] }, mistakes } = readOptions(options, JWT);
    return new Auth({ kind: 'jwt', issuer, audience: [...audience] }, mistakes.length > 0 ? mistakes : checkJwt(issuer, audience));
  }

  private constructor(
    /** @internal */
    public readonly _model: AuthModel,
    /** @internal */
    public readonly _mistakes: string[] = [],
  ) {}
}
