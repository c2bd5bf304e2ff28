import { randomUUID } from 'node:crypto';
import { clientOf } from './client';
import { LANES, Operated } from './lanes';
import type { FaultKind, FaultyCall } from '../../../src/local';
import { brokenInvariants } from '../../contract/harness/invariants';
import { FaultyCloud } from '../fixture';

/** A row of the catalogue: what the calls of a request meet, one after the other, and what the client may be told then. */
export interface FaultCase {
  readonly title: string;
  readonly meets: readonly FaultKind[] | string;
  readonly answer: 'success' | '503' | '500';
  /** Of writes alone. */
  readonly writes?: true;
  /** It takes a second or more. */
  readonly slow?: true;
}

const three = (kind: FaultKind): FaultKind[] => [kind, kind, kind];

/** Faults of the store and the network, and what the contract says to each. */
export const CASES: readonly FaultCase[] = [
  { title: 'throttled once', meets: ['throttle'], answer: 'success' },
  { title: 'throttled three times', meets: three('throttle'), answer: '503' },
  { title: 'a conflict', meets: ['conflict'], answer: 'success', writes: true },
  { title: 'InternalServerError before it took effect', meets: ['error-before'], answer: 'success' },
  { title: 'InternalServerError after it took effect', meets: ['error-after'], answer: 'success' },
  { title: 'InternalServerError three times', meets: three('error-after'), answer: '503' },
  { title: 'reset before it took effect', meets: ['reset-before'], answer: 'success' },
  { title: 'reset after it took effect', meets: ['reset-after'], answer: 'success' },
  { title: 'reset before, then after', meets: ['reset-before', 'reset-after'], answer: 'success' },
  { title: 'reset three times', meets: three('reset-after'), answer: '503' },
  { title: 'a malformed answer', meets: ['malformed'], answer: 'success' },
  { title: 'three malformed answers', meets: three('malformed'), answer: '503' },
  { title: 'an answer with a wrong checksum', meets: ['wrong-checksum'], answer: 'success' },
  { title: 'three answers with a wrong checksum', meets: three('wrong-checksum'), answer: '503' },
  { title: 'no answer', meets: ['hang'], answer: 'success', slow: true },
  { title: 'no answer, again and again', meets: three('hang'), answer: '503', slow: true },
  { title: '10 bytes a second', meets: ['slow'], answer: 'success', slow: true },
  { title: '10 bytes a second, again and again', meets: three('slow'), answer: '503', slow: true },
  ...['ResourceNotFoundException', 'AccessDeniedException', 'ExpiredTokenException', 'UnrecognizedClientException', 'KMSAccessDeniedException', 'ValidationException']
    .map((meets) => ({ title: meets, meets, answer: '500' as const })),
];

export interface CatalogueRow {
  readonly fault: string;
  readonly operation: string;
  readonly status: number;
  /** Since the first call. */
  readonly milliseconds: number;
  readonly wrong: readonly string[];
}

/** From a request's first call to its answer: before that, it may have waited for another one's function. */
function timeAtTheStore(cloud: FaultyCloud, requestId: string): number {
  const { at, durationMs, calls } = cloud.requestOf(requestId)!;
  return Math.round(at + durationMs - Math.min(...calls.map((call) => call.at)));
}

/** Lets each operation meet each fault. The operations run side by side, their calls told apart by what they are about. */
export async function runCatalogue(cloud: FaultyCloud, { isShort = false } = {}): Promise<CatalogueRow[]> {
  const scripts = new Map<Operated, { matches: (call: FaultyCall) => boolean; faults: (FaultKind | string)[]; always: boolean }>();
  cloud.meet((call) => {
    const script = [...scripts.values()].find(({ matches }) => matches(call));
    const fault = script?.always ? script.faults[0] : script?.faults.shift();
    if (fault === undefined || !/Exception$/.test(fault)) return fault as FaultKind | undefined;
    const message = `cannot do this to arn:aws:dynamodb:us-east-1:123456789012:table/${JSON.stringify(call.input)}`;
    return { statusCode: 400, body: { __type: `com.amazonaws.dynamodb.v20120810#${fault}`, message } };
  });
  const series = randomUUID().slice(0, 8);
  const rows = await Promise.all(LANES.map(async (lane) => {
    const found: CatalogueRow[] = [];
    const cases = CASES.filter(({ writes, slow }) => !(writes && !lane.writes) && !(slow && isShort && !lane.isAlsoSlow));
    for (const [place, { title, meets, answer: expected }] of cases.entries()) {
      const operated = await lane.prepare(cloud.url, `${lane.name.replaceAll(' ', '-')}-${series}-${place}`);
      scripts.set(operated, { matches: operated.matches, faults: typeof meets === 'string' ? [meets] : [...meets], always: typeof meets === 'string' });
      const answer = await clientOf(cloud.url).ask(operated.request);
      const milliseconds = timeAtTheStore(cloud, answer.headers['x-request-id']);
      scripts.delete(operated);
      const { status, headers } = answer;
      const wanted = expected === 'success' ? operated.success : Number(expected);
      const wrong = brokenInvariants(operated.request, answer).filter((sentence) => !/where nothing went wrong/.test(sentence));
      if (status !== wanted) wrong.push(`answers ${status}, not ${wanted}: ${answer.body.toString()}`);
      if (status === 503 && headers['retry-after'] !== '1') wrong.push(`Retry-After is ${headers['retry-after']}`);
      wrong.push(...(await operated.check(status)));
      found.push({ fault: title, operation: lane.name, status, milliseconds, wrong });
    }
    return found;
  }));
  cloud.meet();
  return rows.flat();
}
