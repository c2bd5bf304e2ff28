import type { HttpApi } from '../gateway';
import { Claims, LocalIssuer } from '../issuer';

/** What a token is asked for with: `{ "sub": "ana", "claims": { "team": "a" }, "expiresIn": 60 }`. */
interface TokenWish {
  readonly sub: string;
  readonly claims?: Claims;
  /** Seconds; may be negative, for a token that has expired. */
  readonly expiresIn?: number;
}

/** Issues a token that the app's authorizers accept; undefined for a malformed wish, or if the app has none. */
export async function issueToken(issuer: LocalIssuer, apis: readonly HttpApi[], wish: unknown): Promise<string | undefined> {
  const authorizer = apis.flatMap(({ routes }) => routes).find((route) => route.authorizer)?.authorizer;
  if (!authorizer || !isWish(wish)) return undefined;
  return issuer.issue(authorizer, { subject: wish.sub, claims: wish.claims, expiresInSeconds: wish.expiresIn });
}

function isWish(value: unknown): value is TokenWish {
  if (typeof value !== 'object' || value === null) return false;
  const { sub, claims = {}, expiresIn = 0 } = value as Record<string, unknown>;
  return typeof sub === 'string' && sub !== '' && typeof claims === 'object' && claims !== null && typeof expiresIn === 'number';
}
