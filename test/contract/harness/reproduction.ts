import { bodyOf } from './http';
import { HttpRequestSpec, RequestSpec } from './requests';

/** The longest body that is written out in a command; a longer one is only named. */
const BODY_LIMIT = 2_000;

/** The request as a command for a shell. */
export function reproduction(baseUrl: string, request: RequestSpec): string {
  if ('raw' in request) {
    const { hostname, port } = new URL(baseUrl);
    return `printf ${quoted(request.raw.join('').replaceAll('%', '%%').replaceAll('\r', '\\r').replaceAll('\n', '\\n'))} | nc ${hostname} ${port}`;
  }
  return ['curl', '-i', '--path-as-is', ...methodOf(request), quoted(baseUrl.replace(/\/$/, '') + request.path), ...headersOf(request), ...bodyArgument(request)]
    .join(' ');
}

function methodOf({ method }: HttpRequestSpec): string[] {
  return method === 'GET' ? [] : method === 'HEAD' ? ['--head'] : ['-X', method];
}

function headersOf({ headers, chunkBytes }: HttpRequestSpec): string[] {
  const lines = Object.entries(headers).flatMap(([name, value]) => [value ?? []].flat().map((one) => `${name}: ${one}`));
  return [...lines, ...(chunkBytes ? ['Transfer-Encoding: chunked'] : [])].flatMap((line) => ['-H', quoted(line)]);
}

function bodyArgument(request: HttpRequestSpec): string[] {
  const body = bodyOf(request);
  if (!body) return [];
  const text = body.toString();
  if (body.length > BODY_LIMIT) return ['--data-binary', `@- # ${body.length} bytes, ${quoted(`${text.slice(0, 80)}…`)}`];
  const exact = Buffer.from(text).equals(body) && !text.includes('\0');
  return exact ? ['--data-binary', quoted(text)] : ['--data-binary', `@<(printf '${[...body].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}')`];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
