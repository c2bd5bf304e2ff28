import { connect, Socket } from 'node:net';
import { Answer } from './http';
import { RawRequestSpec } from './requests';

const TIMEOUT_MS = 10_000;

/** Writes bytes to a socket and reads one answer: until its declared end, or until the server closes. */
export function rawExchange(baseUrl: string, { raw, pauseMs = 0, untilClose = false }: RawRequestSpec): Promise<Answer> {
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0);
    const socket = connect({ host: hostname, port: Number(port) });
    const finish = (settle: () => void) => {
      socket.destroy();
      settle();
    };
    const conclude = () => {
      const answer = parseAnswer(received, untilClose ? 'everything' : 'rest');
      finish(() => (answer ? resolve(answer) : reject(new Error(`not an HTTP answer: ${JSON.stringify(received.toString('latin1').slice(0, 200))}`))));
    };
    socket.setTimeout(TIMEOUT_MS, conclude);
    socket.on('error', (error) => (received.length > 0 ? conclude() : finish(() => reject(error))));
    socket.on('end', conclude);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      const answer = parseAnswer(received, 'declared');
      if (answer && !untilClose) finish(() => resolve(answer));
    });
    socket.on('connect', () => void writeAll(socket, raw, pauseMs));
  });
}

async function writeAll(socket: Socket, pieces: readonly string[], pauseMs: number): Promise<void> {
  for (const piece of pieces) {
    if (socket.destroyed) return;
    socket.write(piece, 'latin1');
    if (pauseMs > 0) await new Promise((resume) => setTimeout(resume, pauseMs));
  }
}

/** How much of what is received is the body: as much as the head declares; or else the rest, since nothing more will come; or everything. */
type Extent = 'declared' | 'rest' | 'everything';

/** The answer, once it is complete. */
function parseAnswer(received: Buffer, extent: Extent): Answer | undefined {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const [statusLine, ...lines] = received.subarray(0, headEnd).toString('latin1').split('\r\n');
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const [, name, value] = /^([^:]+):\s*(.*)$/.exec(line)!;
    headers[name.toLowerCase()] = name.toLowerCase() in headers ? `${headers[name.toLowerCase()]}, ${value}` : value;
  }
  const rest = received.subarray(headEnd + 4);
  const body = extent === 'everything' ? rest : bodyOfAnswer(rest, headers, extent);
  return body && { status: Number(statusLine.split(' ')[1]), headers, body };
}

function bodyOfAnswer(rest: Buffer, headers: Record<string, string>, extent: Extent): Buffer | undefined {
  if (headers['transfer-encoding'] === 'chunked') return unchunked(rest);
  const length = headers['content-length'];
  if (length === undefined) return extent === 'rest' ? rest : undefined;
  return rest.length >= Number(length) ? rest.subarray(0, Number(length)) : undefined;
}

/** RFC 9112 section 7.1; undefined until the last chunk is there. */
function unchunked(rest: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let position = 0; ;) {
    const lineEnd = rest.indexOf('\r\n', position);
    if (lineEnd < 0) return undefined;
    const size = parseInt(rest.subarray(position, lineEnd).toString('latin1'), 16);
    if (size === 0) return Buffer.concat(chunks);
    if (rest.length < lineEnd + 2 + size + 2) return undefined;
    chunks.push(rest.subarray(lineEnd + 2, lineEnd + 2 + size));
    position = lineEnd + 2 + size + 2;
  }
}
