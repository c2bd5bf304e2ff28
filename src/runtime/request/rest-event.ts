import { HttpRequest } from './http-request';

/**
 * The parts of a payload 1.0 event (REST API) that are read.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format
 */
export interface RestEvent {
  readonly httpMethod: string;
  /** The route's path: `/todos/{id}`. */
  readonly resource: string;
  readonly multiValueHeaders: MultiValueMap;
  /** Decoded. */
  readonly multiValueQueryStringParameters: MultiValueMap;
  readonly pathParameters: { readonly [name: string]: string | undefined } | null;
  readonly body: string | null;
  readonly isBase64Encoded: boolean;
  readonly requestContext: {
    readonly requestId: string;
    /** With the stage. */
    readonly path: string;
    /** Of a Cognito authorizer `claims`; of a Lambda authorizer its own context. */
    readonly authorizer?: { readonly claims?: { readonly [name: string]: unknown }; readonly [name: string]: unknown } | null;
  };
}

type MultiValueMap = { readonly [name: string]: readonly string[] | undefined } | null;

export function decodeRestEvent(event: RestEvent): HttpRequest {
  const { requestContext: { requestId, path, authorizer }, body } = event;
  return {
    method: event.httpMethod,
    path,
    query: entriesOf(event.multiValueQueryStringParameters).flatMap(([name, values]) => values.map((value) => `${encoded(name)}=${encoded(value)}`)).join('&'),
    headers: Object.fromEntries(entriesOf(event.multiValueHeaders).map(([name, values]) => [name.toLowerCase(), values.join(',')])),
    body: body === null ? undefined : { content: body, base64: event.isBase64Encoded },
    claims: authorizer?.claims ?? authorizer ?? undefined,
    requestId,
    route: { kind: 'named', pattern: event.resource, parameters: (event.pathParameters ?? {}) as { [name: string]: string } },
  };
}

function entriesOf(map: MultiValueMap): [string, readonly string[]][] {
  return Object.entries(map ?? {}).map(([name, values = []]) => [name, values]);
}

/** Half a surrogate pair, which has no encoding, becomes what no parameter is called or allowed. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
