import { STATUS_CODES } from 'node:http';
import { OperationName, PROBLEM_CODES, ProblemCode, ProblemStatus } from '../model';
import { Components } from './components';
import { JSON_TYPE, OpenApi, PROBLEM_TYPE } from './document';
import { capitalized, Entity } from './entity';
import { HeaderName, headersOf } from './headers';
import { problemCodes } from './problem-codes';
import { problemExamples } from './problem-examples';
import { gatewayMessageRef, problemRef } from './problem-schemas';

/** Statuses that API Gateway answers by itself, too, with a body of its own. */
const OF_THE_GATEWAY: readonly number[] = [401, 403, 413, 429, 503];

/** What a problem says in headers, by status. */
export const PROBLEM_HEADERS: { readonly [status in ProblemStatus]?: readonly HeaderName[] } = { 401: ['WWW-Authenticate'], 412: ['ETag'], 503: ['Retry-After'] };

/** The answers of an operation that are no success, by status. */
export function problemResponses(entity: Entity, operation: OperationName, components: Components): { [status: string]: OpenApi } {
  const possible = problemCodes(entity, operation);
  const statuses = Object.keys(PROBLEM_CODES).map(Number) as ProblemStatus[];
  return Object.fromEntries(statuses.flatMap((status) => {
    const codes = PROBLEM_CODES[status].filter((code) => possible.includes(code));
    if (codes.length === 0) return [];
    const media: readonly HeaderName[] = status === 415 ? [operation === 'update' ? 'Accept-Patch' : 'Accept'] : [];
    return [[status, components.refer('responses', nameOf(codes, media), () => problemResponse(status, codes, [...PROBLEM_HEADERS[status] ?? [], ...media], components))]];
  }));
}

/** `UniqueViolationOrConflict`: codes name their status, and no other. */
function nameOf(codes: readonly ProblemCode[], media: readonly HeaderName[]): string {
  return codes.map(capitalized).join('Or') + (media.includes('Accept-Patch') ? 'OfPatch' : '');
}

function problemResponse(status: ProblemStatus, codes: readonly ProblemCode[], headers: readonly HeaderName[], components: Components): OpenApi {
  const title = STATUS_CODES[status]!;
  const narrowed = { type: 'object', properties: { status: { type: 'integer', const: status }, code: { type: 'string', enum: codes } } };
  return {
    description: `${title}: ${codes.map((code) => `\`${code}\``).join(', ')}`,
    headers: headersOf(components, ...headers),
    content: {
      [PROBLEM_TYPE]: { schema: { allOf: [problemRef(components), narrowed] }, examples: problemExamples(status, codes) },
      ...(OF_THE_GATEWAY.includes(status) && {
        [JSON_TYPE]: { schema: gatewayMessageRef(components), example: { message: title } },
      }),
    },
  };
}
