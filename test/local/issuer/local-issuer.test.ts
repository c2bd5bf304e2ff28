import { createHmac, createPublicKey, generateKeyPairSync, KeyObject, sign } from 'node:crypto';
import { LocalIssuer } from '../../../src/local/issuer';

const AUTHORIZER = { issuer: 'https://issuer.example.com', audience: ['app', 'other'], identitySources: [] };
let now = Date.UTC(2030, 0, 1);
const issuer = new LocalIssuer(() => now);
const right = () => issuer.issue(AUTHORIZER, { subject: 'ana', claims: { team: 'a' } });

const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs with a key of one's own. */
function forge(header: object, claims: object, signature: (content: string) => Buffer): string {
  const content = `${encode(header)}.${encode(claims)}`;
  return `${content}.${signature(content).toString('base64url')}`;
}

test('a token that was issued is right, and holds what was asked for', async () => {
  expect(await issuer.verify(AUTHORIZER, await right())).toMatchObject({ iss: AUTHORIZER.issuer, aud: 'app', sub: 'ana', team: 'a' });
});

test('what every token has cannot be replaced by claims', async () => {
  const token = await issuer.issue(AUTHORIZER, { subject: 'ana', claims: { sub: 'eve', iss: 'x', exp: 1 } });
  expect(await issuer.verify(AUTHORIZER, token)).toMatchObject({ sub: 'ana', iss: AUTHORIZER.issuer });
});

test.each([
  ['another issuer', { ...AUTHORIZER, issuer: 'https://else.example.com' }],
  ['another audience', { ...AUTHORIZER, audience: ['else'] }],
  ['no audience', { ...AUTHORIZER, audience: [] }],
])('for %s it is not', async (_what, authorizer) => {
  expect(await issuer.verify(authorizer, await right())).toBeUndefined();
});

test.each([['past its end', 3600], ['long past its end', 1e9], ['before its begin', -1]])('%s it is not', async (_what, seconds) => {
  const token = await right();
  now += seconds * 1000;
  try {
    expect(await issuer.verify(AUTHORIZER, token)).toBeUndefined();
  } finally {
    now -= seconds * 1000;
  }
});

test('one bit flipped anywhere is refused', async () => {
  const token = await right();
  for (let position = 0; position < token.length; position++) {
    const edited = token.slice(0, position) + String.fromCharCode(token.charCodeAt(position) ^ 1) + token.slice(position + 1);
    expect({ position, claims: await issuer.verify(AUTHORIZER, edited) }).toEqual({ position, claims: undefined });
  }
});

test.each([
  ['alg none', (header: object, claims: object) => forge({ ...header, alg: 'none' }, claims, () => Buffer.alloc(0))],
  ['alg none with something behind', (header: object, claims: object) => forge({ ...header, alg: 'none' }, claims, () => Buffer.from('x'))],
  ['HS256 with a known secret', (header: object, claims: object, pem: string) =>
    forge({ ...header, alg: 'HS256' }, claims, (content) => createHmac('sha256', pem).update(content).digest())],
  ['another key under our name', (header: object, claims: object, _pem: string, key: KeyObject) => forge(header, claims, (content) => sign('sha256', Buffer.from(content), key))],
  ['a key that the token brings along', (header: object, claims: object, _pem: string, key: KeyObject) =>
    forge({ ...header, kid: undefined, jwk: createPublicKey(key).export({ format: 'jwk' }) }, claims, (content) => sign('sha256', Buffer.from(content), key))],
  ['a key at an address', (header: object, claims: object, _pem: string, key: KeyObject) =>
    forge({ ...header, kid: '../../key', jku: 'https://evil.example.com/jwks' }, claims, (content) => sign('sha256', Buffer.from(content), key))],
])('forged with %s it is refused', async (_how, make) => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const [header, claims] = (await right()).split('.') as [string, string];
  const token = make(decode(header), decode(claims), publicKey.export({ type: 'spki', format: 'pem' }) as string, privateKey);
  expect(await issuer.verify(AUTHORIZER, token)).toBeUndefined();
});

test.each(['', '.', '..', 'a.b.c', 'a.b', 'a.b.c.d', '{}.{}.{}', 'bnVsbA.bnVsbA.bnVsbA', 'WzFd.WzFd.WzFd'])('%j is no token', async (token) => {
  expect(await issuer.verify(AUTHORIZER, token)).toBeUndefined();
});

test('a token of another local cloud is refused', async () => {
  expect(await new LocalIssuer(() => now).verify(AUTHORIZER, await right())).toBeUndefined();
});
