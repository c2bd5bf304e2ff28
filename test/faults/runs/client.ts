import { Answer, bodyOf } from '../../contract/harness/http';
import { HttpRequestSpec } from '../../contract/harness/requests';
import { send } from '../../local/support/http-client';

export interface JsonAnswer extends Answer {
  readonly json: Record<string, unknown>;
}

export interface Client {
  readonly ask: (request: HttpRequestSpec) => Promise<JsonAnswer>;
  /** Fails for another answer than success. */
  readonly succeed: (request: HttpRequestSpec) => Promise<JsonAnswer>;
}

/** A client whose every request has a connection of its own: what breaks is then between the functions and their store alone. */
export function clientOf(baseUrl: string): Client {
  const ask = async (request: HttpRequestSpec): Promise<JsonAnswer> => {
    const { method, path } = request;
    const answer = await send(baseUrl, { method, path, headers: { ...request.headers } as Record<string, string>, body: bodyOf(request) });
    const headers = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, [value].flat().join(', ')]));
    const { status, body } = answer;
    return { status, headers, body, json: body.length > 0 ? JSON.parse(body.toString()) as Record<string, unknown> : {} };
  };
  const succeed = async (request: HttpRequestSpec): Promise<JsonAnswer> => {
    const answer = await ask(request);
    if (answer.status >= 300) throw new Error(`${request.method} ${request.path}: ${answer.status} ${answer.body.toString()}`);
    return answer;
  };
  return { ask, succeed };
}
