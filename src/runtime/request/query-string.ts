import { Problem, ProblemDetail } from '../answer/problem';

/** The parameters of a raw query; the raw one, because HTTP API joins repeated parameters by commas. */
export function parseQuery(query: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  const errors: ProblemDetail[] = [];
  for (const part of query.split('&')) {
    if (part === '') continue;
    const [name, value] = splitAtEquals(part).map(decoded);
    if (name === undefined || value === undefined) {
      errors.push({ parameter: name ?? part.slice(0, 100), code: 'invalid-parameter', detail: 'must be percent-encoded UTF-8' });
    } else if (parameters.has(name)) {
      errors.push({ parameter: name, code: 'repeated', detail: 'must not be repeated' });
    }
    parameters.set(name ?? part, value ?? '');
  }
  if (errors.length > 0) throw invalidParameters(errors);
  return parameters;
}

export function invalidParameter(parameter: string, detail: string): Problem {
  return invalidParameters([{ parameter, code: 'invalid-parameter', detail }]);
}

export function invalidParameters(errors: readonly ProblemDetail[]): Problem {
  return new Problem(400, 'invalid-parameter', 'the query has invalid parameters', { errors });
}

function splitAtEquals(part: string): [string, string] {
  const at = part.indexOf('=');
  return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
}

/** As HTML forms encode it: a plus is a space. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return undefined;
  }
}
