import { generateKeyPair, KeyObject, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import type { JwtAuthorizer } from '../gateway';
import { Claims, signToken, verifyToken } from './jwt';

/** A token to be issued. */
export interface TokenRequest {
  readonly subject: string;
  /** Beyond those that every token has, which these cannot replace. */
  readonly claims?: Claims;
  readonly expiresInSeconds?: number;
}

const ONE_HOUR = 3600;
/** RS256 is what HTTP APIs accept. */
const RSA_BITS = 2048;

/** Stands for every issuer that the app's authorizers name: their tokens are issued, and checked, with one key made at the first use. */
export class LocalIssuer {
  private readonly kid = randomUUID();
  private key?: Promise<KeyObject>;

  constructor(private readonly clock: () => number = Date.now) {}

  /** Issues a token that the authorizer accepts. */
  public async issue({ issuer, audience: [audience] }: JwtAuthorizer, request: TokenRequest): Promise<string> {
    const { subject, claims, expiresInSeconds = ONE_HOUR } = request;
    const now = Math.floor(this.clock() / 1000);
    const times = { iat: now, nbf: now, exp: now + expiresInSeconds };
    const registered = { iss: issuer, aud: audience, client_id: audience, sub: subject, jti: randomUUID(), ...times };
    return signToken({ ...claims, ...registered }, await this.privateKey(), this.kid);
  }

  /**
   * The claims of a token that is right for the authorizer.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html#http-api-jwt-authorizer.evaluation
   */
  public async verify({ issuer, audience }: JwtAuthorizer, token: string): Promise<Claims | undefined> {
    const claims = verifyToken(token, await this.privateKey(), this.kid);
    if (!claims) return undefined;
    const now = this.clock() / 1000;
    const { iss, aud, client_id: clientId, exp, nbf, iat } = claims;
    // client_id counts only where there is no aud, as in Cognito's access tokens
    const audiences = aud === undefined ? [clientId] : [aud].flat();
    const isRight = iss === issuer
      && audiences.some((each) => typeof each === 'string' && audience.includes(each))
      && typeof exp === 'number' && exp > now
      && (nbf === undefined || (typeof nbf === 'number' && nbf <= now))
      && (iat === undefined || (typeof iat === 'number' && iat <= now));
    return isRight ? claims : undefined;
  }

  private privateKey(): Promise<KeyObject> {
    this.key ??= promisify(generateKeyPair)('rsa', { modulusLength: RSA_BITS }).then(({ privateKey }) => privateKey);
    return this.key;
  }
}
