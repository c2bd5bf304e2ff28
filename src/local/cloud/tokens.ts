import type { IssuedToken } from '../console';
import type { HttpApi, JwtAuthorizer } from '../gateway';
import { Claims, LocalIssuer } from '../issuer';

/** What a token is asked for with: `{ "sub": "ana", "claims": { "team": "a" }, "expiresIn": 60 }`. */
interface TokenWish {
  readonly sub: string;
  readonly claims?: Claims;
  /** Seconds; may be negative, for a token that has expired. */
  readonly expiresIn?: number;
  /** Of the authorizer that is to accept it, where the app has several. */
  readonly issuer?: string;
  readonly audience?: string;
}

/** Issues a token that an authorizer of the app accepts. */
export async function issueToken(issuer: LocalIssuer, apis: readonly HttpApi[], wish: unknown): Promise<IssuedToken> {
  if (!isWish(wish)) return { message: 'a token is asked for with { "sub": text, "claims"?: object, "expiresIn"?: seconds, "issuer"?: text, "audience"?: text }' };
  const authorizers = authorizersOf(apis);
  if (authorizers.length === 0) return { message: 'no route of the app has a JWT authorizer' };
  const { sub, claims, expiresIn, audience } = wish;
  const [authorizer, ...others] = authorizers.filter((each) => isMeant(each, wish));
  if (!authorizer || others.length > 0) {
    const listed = authorizers.map((each) => `${each.issuer} (audience ${each.audience.join(', ')})`).join('; ');
    return { message: `${authorizer ? 'several authorizers accept' : 'no authorizer accepts'} such a token; name issuer and audience of one of them: ${listed}` };
  }
  const meant = { ...authorizer, audience: audience === undefined ? authorizer.audience : [audience] };
  return { token: await issuer.issue(meant, { subject: sub, claims, expiresInSeconds: expiresIn }) };
}

/** Each once; where a token is looked for makes no difference to it. */
function authorizersOf(apis: readonly HttpApi[]): JwtAuthorizer[] {
  const all = apis.flatMap(({ routes }) => routes).flatMap(({ authorizer }) => authorizer ?? []);
  return [...new Map(all.map((authorizer) => [JSON.stringify([authorizer.issuer, authorizer.audience]), authorizer])).values()];
}

function isMeant(authorizer: JwtAuthorizer, { issuer, audience }: TokenWish): boolean {
  return (issuer === undefined || authorizer.issuer === issuer) && (audience === undefined || authorizer.audience.includes(audience));
}

function isWish(value: unknown): value is TokenWish {
  if (typeof value !== 'object' || value === null) return false;
  const { sub, claims = {}, expiresIn = 0, issuer = '', audience = '' } = value as Record<string, unknown>;
  return typeof sub === 'string' && sub !== '' && typeof claims === 'object' && claims !== null && typeof expiresIn === 'number'
    && typeof issuer === 'string' && typeof audience === 'string';
}
