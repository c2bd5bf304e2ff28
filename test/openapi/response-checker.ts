import Ajv2020, { ValidateFunction } from 'ajv/dist/2020';
import { matchRoute, Route } from '../../src/model';
import { OpenApi } from '../../src/openapi';

/** An answer, as any HTTP client has it. */
export interface ReceivedAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface DocumentedResponse {
  readonly $ref?: string;
  readonly headers?: { readonly [name: string]: unknown };
  readonly content?: { readonly [type: string]: { readonly schema: object } };
}

type Paths = { readonly [path: string]: { readonly [method: string]: { readonly responses: { readonly [status: string]: DocumentedResponse } } } };

/** Headers that belong to the connection, the host or CORS, and not to an operation. */
const OF_THE_HOST = /^(access-control-|connection$|content-|date$|keep-alive$|transfer-encoding$|vary$|server$|apigw-requestid$|www-authenticate$|allow$)/;

/** What a server answers before it knows what is asked. */
const HEADERS_TOO_LARGE = 431;

/** Holds answers against the document of their API. */
export class ResponseChecker {
  private readonly ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly routes: Route[];

  constructor(private readonly document: OpenApi) {
    this.ajv.addSchema({ $id: 'openapi:', components: document.components });
    this.routes = Object.entries(document.paths as Paths)
      .flatMap(([path, methods]) => Object.keys(methods).map((method) => ({ operation: 'get', method: method.toUpperCase() as Route['method'], path })));
  }

  /** What of an answer the document does not say; undefined for a request that is none of its operations. */
  public mistakes(method: string, url: string, { status, headers, body }: ReceivedAnswer): string[] | undefined {
    // not as a URL, which would take the dots out of the path
    const [path, query] = url.split('?');
    const match = matchRoute(this.routes, method, path);
    if (match.found !== 'route' || status === HEADERS_TOO_LARGE) return undefined;

    const { responses } = (this.document.paths as Paths)[match.route.path][method.toLowerCase()];
    const response = responses[status] && this.resolved(responses[status]);
    if (!response) return [`status ${status} is not documented`];
    const documented = Object.keys(response.headers ?? {}).map((name) => name.toLowerCase());
    const unknown = Object.keys(headers).filter((name) => !OF_THE_HOST.test(name) && !documented.includes(name));
    return [
      ...unknown.map((name) => `header ${name} is not documented for ${status}`),
      ...this.contentMistakes(response, headers['content-type'], body, new URLSearchParams(query).has('fields')),
    ];
  }

  private resolved(response: DocumentedResponse): DocumentedResponse {
    if (response.$ref === undefined) return response;
    const { responses } = this.document.components as { responses: { [name: string]: DocumentedResponse } };
    return responses[response.$ref.split('/').pop()!];
  }

  /** A client that asks for some `fields` gets these, whatever the schema requires. */
  private contentMistakes({ content }: DocumentedResponse, type: string | undefined, body: string, isPartial: boolean): string[] {
    if (body === '') return [];
    const media = content?.[type?.split(';')[0] ?? ''];
    if (!media) return [`content of type ${type} is not documented`];
    const validate = this.validatorOf(media.schema);
    validate(JSON.parse(body));
    return (validate.errors ?? []).filter(({ keyword }) => !(isPartial && keyword === 'required'))
      .map(({ instancePath, message }) => `body${instancePath} ${message}`);
  }

  private validatorOf(schema: object): ValidateFunction {
    const text = JSON.stringify(schema).replace(/"#\/components/g, '"openapi:#/components');
    const known = this.validators.get(text);
    if (known) return known;
    const validate = this.ajv.compile(JSON.parse(text) as object);
    this.validators.set(text, validate);
    return validate;
  }
}
