import { ServerResponse } from 'node:http';
import { ErrorAnswer, FaultKind } from './fault';
import { messageOf, sendMessage } from '../endpoint/aws-json';

/** Of an answer that trickles. */
const BYTES_PER_SECOND = 10;

type Deliver = (response: ServerResponse, statusCode: number, body: object) => void;

/** Sends the answer, or what the fault leaves of it. */
export function deliver(fault: FaultKind | ErrorAnswer | undefined, response: ServerResponse, statusCode: number, body: object): void {
  const special = typeof fault === 'string' ? DELIVER[fault] : undefined;
  if (special) special(response, statusCode, body);
  else sendMessage(response, statusCode, messageOf(body));
}

const DELIVER: { readonly [kind in FaultKind]?: Deliver } = {
  'reset-before': reset,
  'reset-after': reset,
  'hang': () => undefined,
  'slow': (response, statusCode, body) => trickle(response, statusCode, messageOf(body).bytes),
  'malformed': (response, statusCode, body) => {
    const { bytes } = messageOf(body);
    sendMessage(response, statusCode, { bytes: bytes.subarray(0, bytes.length / 2) });
  },
  'wrong-checksum': (response, statusCode, body) => {
    const { bytes, checksum } = messageOf(body);
    sendMessage(response, statusCode, { bytes, checksum: checksum! ^ 1 });
  },
};

function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

function trickle(response: ServerResponse, statusCode: number, bytes: Buffer): void {
  let sent = 0;
  response.writeHead(statusCode, { 'content-length': bytes.length });
  const timer = setInterval(() => {
    response.write(bytes.subarray(sent, ++sent));
    if (sent === bytes.length) response.end();
  }, 1000 / BYTES_PER_SECOND);
  response.on('close', () => clearInterval(timer));
}
