import { Answer } from './http';
import { RequestSpec } from './requests';

/** What an answer must never tell: stacks, ARNs, the store's and the SDK's words, paths of the function. */
const LEAKS = [
  /\bat [\w.<> ]+ ?\(?[^\s()]+:\d+:\d+/, /arn:aws/i, /dynamodb/i, /\b\w+Exception\b/, /aws-sdk|smithy/i, /\/var\/task|node_modules|index\.js/,
  /\b(?:Type|Reference|Range|Syntax)Error\b/, /\bECONN\w+/, /_scope|_token|_life|_ttl/,
];

/** What holds for every answer of the API, whatever was asked; says what does not hold. */
export function brokenInvariants(request: RequestSpec, answer: Answer, byHost = false): string[] {
  const broken: string[] = [];
  const expect = (holds: boolean, sentence: string) => void (holds || broken.push(sentence));
  const { headers, status, body } = answer;
  const text = body.toString();
  const bodiless = body.length === 0;

  expect(status < 500, `status ${status} where nothing went wrong`);
  if (fromAnotherOrigin(request)) expect(headers['access-control-allow-origin'] === '*', 'Access-Control-Allow-Origin is not *');
  expect(!('access-control-allow-credentials' in headers), 'Access-Control-Allow-Credentials with any origin');
  if (isPreflight(request) || byHost) return broken;

  expect('x-request-id' in headers, 'X-Request-Id is missing');
  expect(headers['x-content-type-options'] === 'nosniff', 'X-Content-Type-Options is not nosniff');
  const isHead = 'method' in request && request.method === 'HEAD';
  const type = headers['content-type'];
  if (status === 204 || status === 304) {
    expect(bodiless, `a body with status ${status}`);
    expect(type === undefined, `Content-Type ${type} without content`);
  } else if (isHead) {
    expect(bodiless, 'a body for HEAD');
  } else {
    const mediaType = status >= 400 ? 'application/problem+json' : 'application/json';
    expect(new RegExp(`^${mediaType.replace('+', '\\+')}(; ?charset=utf-8)?$`, 'i').test(type ?? ''), `Content-Type is ${type}, not ${mediaType}`);
  }
  if (status >= 400 && !isHead) broken.push(...brokenProblem(answer, text));
  const asked = JSON.stringify(request);
  for (const leak of LEAKS) {
    const found = leak.exec(text)?.[0];
    expect(found === undefined || asked.includes(found), `the answer tells ${found}`);
  }
  return broken;
}

/** RFC 9457, and what the contract adds. */
function brokenProblem({ status, headers }: Answer, text: string): string[] {
  const problem = parsed(text);
  if (problem === undefined) return ['the body is not a JSON object'];
  return [
    ...(problem.status === status ? [] : [`the problem's status is ${JSON.stringify(problem.status)}, the answer's ${status}`]),
    ...(problem.requestId === headers['x-request-id'] ? [] : ["the problem's requestId is not X-Request-Id"]),
  ];
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** HTTP API adds its CORS headers only to answers of requests with an Origin. */
function fromAnotherOrigin(request: RequestSpec): boolean {
  return 'headers' in request && request.headers.Origin !== undefined;
}

function isPreflight(request: RequestSpec): boolean {
  return 'method' in request && request.method === 'OPTIONS';
}
