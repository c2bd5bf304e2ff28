import { createPublicKey, KeyObject, sign, verify } from 'node:crypto';

/** The claims of a token (RFC 7519). */
export type Claims = Readonly<Record<string, unknown>>;

interface Header {
  readonly alg?: unknown;
  readonly kid?: unknown;
}

/** Signs claims with RS256. */
export function signToken(claims: Claims, key: KeyObject, kid: string): string {
  const content = `${encode({ alg: 'RS256', typ: 'JWT', kid })}.${encode(claims)}`;
  return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`;
}

/**
 * The claims, if the signature is right. Only RS256, and only the one key: neither the token's `alg` nor what it says of keys
 * (`jwk`, `jku`, `x5u`) is believed (RFC 8725, section 3.1).
 */
export function verifyToken(token: string, key: KeyObject, kid: string): Claims | undefined {
  const parts = token.split('.');
  if (parts.length !== 3 || parts.some((part) => !/^[A-Za-z0-9_-]+$/.test(part))) return undefined;
  const [header, claims, signature] = parts as [string, string, string];
  const { alg, kid: named } = decode(header) as Header;
  if (alg !== 'RS256' || named !== kid) return undefined;
  const bytes = Buffer.from(signature, 'base64url');
  // two texts must not be one signature: what decodes to it and is written otherwise is refused
  if (bytes.toString('base64url') !== signature) return undefined;
  if (!verify('sha256', Buffer.from(`${header}.${claims}`), createPublicKey(key), bytes)) return undefined;
  return decode(claims);
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** An object, or none: what is not JSON or not an object has no members. */
function decode(part: string): Claims {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Claims) : {};
  } catch {
    return {};
  }
}
