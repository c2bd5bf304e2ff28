import { parseArgs } from 'node:util';
import { UsageError } from '../user-error';

const DEFAULT_URL = 'http://127.0.0.1:3000';

/** Prints a token that the running app's JWT authorizer accepts. */
export async function token(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      'sub': { type: 'string' },
      'claim': { type: 'string', multiple: true, default: [] },
      'expires-in': { type: 'string' },
      'issuer': { type: 'string' },
      'audience': { type: 'string' },
      'url': { type: 'string', default: DEFAULT_URL },
    },
  });
  if (!values.sub) throw new UsageError('--sub is missing: whose token is it?');
  const { sub, issuer, audience, 'expires-in': lifetime } = values;
  const claims = Object.fromEntries(values.claim.map(parseClaim));
  const wish = { sub, claims, expiresIn: lifetime === undefined ? undefined : parseSeconds(lifetime), issuer, audience };
  const response = await fetch(tokenAddress(values.url), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(wish) })
    .catch(() => { throw new UsageError(`nothing answers at ${values.url}; start the app with dev, or give --url`); });
  const answer = await response.json().catch(() => ({})) as { token?: string; message?: string };
  if (answer.token === undefined) throw new UsageError(`no token: ${answer.message ?? response.status}`);
  process.stdout.write(`${answer.token}\n`);
  return 0;
}

function tokenAddress(url: string): URL {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw new UsageError(`--url is '${url}'; it must be an address such as ${DEFAULT_URL}`);
  return new URL('/_console/token', url);
}

/** May be negative, for a token that has expired. */
function parseSeconds(text: string): number {
  if (!/^-?\d+$/.test(text)) throw new UsageError(`--expires-in is '${text}'; it must be a whole number of seconds`);
  return Number(text);
}

/** What the issuer says itself, by the option that it follows. */
const REGISTERED: Readonly<Record<string, string>> = {
  sub: '--sub', iss: '--issuer', aud: '--audience', client_id: '--audience', exp: '--expires-in', iat: '--expires-in', nbf: '--expires-in',
};

/** `team=a`, or JSON after the sign: `groups=["a","b"]`. */
function parseClaim(text: string): [string, unknown] {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new UsageError(`--claim is '${text}'; it must be NAME=VALUE`);
  if (Object.hasOwn(REGISTERED, name)) throw new UsageError(`--claim ${name} is not taken: the issuer says it; give ${REGISTERED[name]}`);
  try {
    return [name, JSON.parse(value) as unknown];
  } catch {
    return [name, value];
  }
}
