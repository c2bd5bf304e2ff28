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
      'url': { type: 'string', default: DEFAULT_URL },
    },
  });
  if (!values.sub) throw new UsageError('--sub is missing: whose token is it?');
  const expiresIn = values['expires-in'] === undefined ? undefined : Number(values['expires-in']);
  if (Number.isNaN(expiresIn)) throw new UsageError(`--expires-in is '${values['expires-in']}'; it must be a number of seconds`);
  const body = JSON.stringify({ sub: values.sub, claims: Object.fromEntries(values.claim.map(parseClaim)), expiresIn });
  const response = await fetch(`${values.url}/_console/token`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    .catch(() => { throw new UsageError(`nothing answers at ${values.url}; start the app with dev, or give --url`); });
  const answer = await response.json() as { token?: string; message?: string };
  if (answer.token === undefined) throw new UsageError(`no token: ${answer.message ?? response.status}`);
  process.stdout.write(`${answer.token}\n`);
  return 0;
}

/** `team=a`, or JSON after the sign: `groups=["a","b"]`. */
function parseClaim(text: string): [string, unknown] {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new UsageError(`--claim is '${text}'; it must be NAME=VALUE`);
  try {
    return [name, JSON.parse(value) as unknown];
  } catch {
    return [name, value];
  }
}
