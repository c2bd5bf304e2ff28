import { bodyOf } from './http';
import { HttpRequestSpec, RequestSpec } from './requests';

/** The longest body that is written out in a command; a longer one is only named. */
const BODY_LIMIT = 2_000;

/** The request as a command for a shell. */
export function reproduction(baseUrl: string, request: RequestSpec): string {
  if ('raw' in request) {
    const { hostname, port } = new URL(baseUrl);
    return `printf ${quoted(printfText(Buffer.from(request.raw.join(''), 'latin1')))} | nc ${hostname} ${port}`;
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
  const exact = Buffer.from(text).equals(body) && !/[\0-\x08\x0b-\x1f]/.test(text);
  return exact ? ['--data-binary', quoted(text)] : ['--data-binary', `@<(printf ${quoted(printfText(body))})`];
}

/** Bytes as `printf` of a shell writes them. */
function printfText(bytes: Buffer): string {
  return [...bytes].map((byte) => {
    if (byte === 0x25) return '%%';
    if (byte === 0x0d) return '\\r';
    if (byte === 0x0a) return '\\n';
    return byte < 0x20 || byte > 0x7e || byte === 0x5c ? `\\${byte.toString(8).padStart(3, '0')}` : String.fromCharCode(byte);
  }).join('');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
