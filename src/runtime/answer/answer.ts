/** What a host is told to answer: the response of payload 2.0, which REST API takes as well. */
export interface Answer {
  readonly statusCode: number;
  readonly headers: { readonly [name: string]: string };
  readonly body?: string;
}

export function jsonAnswer(statusCode: number, value: unknown, headers: Answer['headers'] = {}, type = 'application/json'): Answer {
  return { statusCode, headers: { 'Content-Type': type, ...headers }, body: JSON.stringify(value) };
}
