import { exchange } from './http';
import { HttpRequestSpec } from './requests';

/** An answer with its JSON. */
export interface JsonAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly json: Record<string, unknown>;
}

/** An item, as far as all have it. */
export interface Item extends Record<string, unknown> {
  readonly id: string;
  readonly version: number;
}

/** Sends requests that have to succeed, for properties that are about more than one answer. */
export function clientOf(baseUrl: string) {
  const ask = async (request: HttpRequestSpec): Promise<JsonAnswer> => {
    const { status, headers, body } = await exchange(baseUrl, request);
    return { status, headers, json: body.length > 0 ? (JSON.parse(body.toString()) as Record<string, unknown>) : {} };
  };
  const succeed = async (request: HttpRequestSpec): Promise<JsonAnswer> => {
    const answer = await ask(request);
    if (answer.status >= 300) throw new Error(`${request.method} ${request.path}: ${answer.status} ${JSON.stringify(answer.json)}`);
    return answer;
  };
  return { ask, succeed };
}
