import { Header, HttpRequest, HttpResponse, jsonResponse } from '../http';
import { ConsoleFiles } from './console-files';
import { EventStream } from './event-stream';
import { isMeantForLoopback, isSameOrigin } from './host-guard';

/** A request to an API, as far as the console needs to know it. */
interface Identified {
  readonly requestId: string;
}

/** What the console shows and does. */
export interface ConsoleSource {
  /** Newest first. */
  listRequests(): readonly Identified[];
  findRequest(requestId: string): Identified | undefined;
  subscribe(listener: (request: Identified) => void): () => void;
  /** Addresses, routes, outputs. */
  describeCloud(): object;
  /** The OpenAPI document of the API with this name, or of the first. @returns undefined if there is none with entities */
  findDocument(apiName?: string): object | undefined;
  issueToken(request: unknown): Promise<IssuedToken>;
}

/** A token, or why there is none. */
export type IssuedToken = { readonly token: string } | { readonly message: string };

export const CONSOLE_PATH = '/_console';

/** Nothing but the console's own files and data; no other page may frame it, or read it. */
const SECURITY_HEADERS: readonly Header[] = [
  ['content-security-policy', "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cache-control', 'no-store'],
];

/** Serves the console and its data, to this machine alone. */
export class ConsoleServer {
  private readonly events = new EventStream();
  private readonly files = new ConsoleFiles();
  private readonly unsubscribe: () => void;

  constructor(private readonly source: ConsoleSource) {
    this.unsubscribe = source.subscribe((request) => this.events.send('request', request));
  }

  public owns(path: string): boolean {
    return path === CONSOLE_PATH || path.startsWith(`${CONSOLE_PATH}/`);
  }

  public async handle(request: HttpRequest): Promise<HttpResponse> {
    const response = await this.answer(request);
    return { ...response, headers: [...response.headers, ...SECURITY_HEADERS] };
  }

  /** Tells the pages that the app was deployed anew. */
  public reloaded(): void {
    this.events.send('reload', this.source.describeCloud());
  }

  public close(): void {
    this.unsubscribe();
    this.events.close();
  }

  private async answer(request: HttpRequest): Promise<HttpResponse> {
    if (!isMeantForLoopback(request)) return refusal(403, 'the console answers on this machine alone, at 127.0.0.1 or localhost');
    const name = request.path.slice(CONSOLE_PATH.length + 1);
    if (request.method === 'POST' && name === 'token') return this.token(request);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, 'the console is read with GET');
    if (name === 'cloud') return jsonResponse(200, this.source.describeCloud());
    if (name === 'openapi.json') return this.document(request);
    if (name === 'requests') return jsonResponse(200, this.source.listRequests());
    if (name === 'events') return { status: 200, headers: [['content-type', 'text/event-stream']], body: request.method === 'HEAD' ? '' : this.events.open() };
    const [, requestId] = /^requests\/([^/]+)$/.exec(name) ?? [];
    if (requestId !== undefined) return this.request(requestId);
    const file = await this.files.read(name === '' ? 'index.html' : name);
    return file ? { status: 200, headers: [['content-type', file.type]], body: file.body } : refusal(404, 'the console has no such page');
  }

  private document({ query }: HttpRequest): HttpResponse {
    const apiName = new URLSearchParams(query).get('api') ?? undefined;
    const document = this.source.findDocument(apiName);
    return document ? jsonResponse(200, document) : refusal(404, `no API${apiName === undefined ? '' : ` '${apiName}'`} of the app serves entities of this package`);
  }

  private request(encodedId: string): HttpResponse {
    const found = this.source.findRequest(decoded(encodedId));
    return found ? jsonResponse(200, found) : refusal(404, 'no such request, or it is no longer kept');
  }

  /** Another site's page must not get a token: a form cannot send JSON, and a script's Origin is told. */
  private async token(request: HttpRequest): Promise<HttpResponse> {
    if (!isSameOrigin(request)) return refusal(403, 'tokens are issued to this origin alone');
    const issued = await this.source.issueToken(parsed(request.body));
    return jsonResponse('token' in issued ? 200 : 400, issued);
  }
}

function refusal(status: number, message: string): HttpResponse {
  return jsonResponse(status, { message });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
