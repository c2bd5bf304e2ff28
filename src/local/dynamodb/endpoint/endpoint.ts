import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { DynamoDbEngine, Meter } from '../engine';
import { accessDenied, internalServerError, ServiceError } from '../service-error';
import { accessKeyIdOf, actionOf, messageOf, readInput, sendMessage } from './aws-json';
import { Decision, DynamoDbCall } from './call';
import { deliver } from '../faults/deliver';
import { ChooseFault, ErrorAnswer, FaultKind, nameOf } from '../faults/fault';
import { perform } from '../faults/perform';

export interface EndpointOptions {
  readonly engine: DynamoDbEngine;
  /** Asked before each call. */
  readonly authorize: (accessKeyId: string, action: string, input: unknown) => Decision;
  /** Told of each call, after it. */
  readonly observe: (call: DynamoDbCall) => void;
  /** Which faults calls meet on their way. @default - none */
  readonly faults?: ChooseFault;
  /** @default - a free one */
  readonly port?: number;
  /** Told of faults of the emulation itself, which answer with InternalServerError. @default - written to standard error */
  readonly onFault?: (error: unknown) => void;
}

export interface Endpoint {
  /** What `AWS_ENDPOINT_URL_DYNAMODB` is set to. */
  readonly url: string;
  /** Lets the calls in flight finish. */
  close(): Promise<void>;
}

/** How long calls in flight may take to finish when the endpoint is closed. */
const GRACE_MILLIS = 2_000;

/** Longer than any client keeps an idle connection, so that none is closed under a request. */
const KEEP_ALIVE_MILLIS = 65_000;

/** DynamoDB's HTTP door, on the loopback interface. */
export async function startEndpoint(options: EndpointOptions): Promise<Endpoint> {
  const onFault = options.onFault ?? ((error) => { console.error(error); });
  const server = createServer((request, response) => {
    respond(request, response, options).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return;
      onFault(error);
      if (!response.headersSent) sendError(response, internalServerError());
    });
  });
  server.keepAliveTimeout = KEEP_ALIVE_MILLIS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: async () => closeServer(server) };
}

async function respond(request: IncomingMessage, response: ServerResponse, options: EndpointOptions): Promise<void> {
  if (request.method === 'GET') {
    response.end('healthy: dynamodb.us-east-1.amazonaws.com ');
    return;
  }
  try {
    const input = await readInput(request);
    const action = actionOf(request);
    const { fault, statusCode, body } = await observed(accessKeyIdOf(request), action, input, options);
    deliver(fault, response, statusCode, body);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    sendError(response, error);
  }
}

interface Answer {
  readonly statusCode: number;
  readonly body: object;
  readonly fault?: FaultKind | ErrorAnswer;
}

/** Asks whether the call is allowed, makes it, and says how it went. */
async function observed(accessKeyId: string, action: string, input: unknown, options: EndpointOptions): Promise<Answer> {
  const { engine, authorize, observe, faults } = options;
  const at = Date.now();
  const start = performance.now();
  const meter: Meter = { capacityUnits: 0 };
  const decision = authorize(accessKeyId, action, input);
  const fault = decision.allowed ? faults?.({ action, input }) : undefined;
  const record = (outcome: { statusCode: number; error?: string }) => observe({
    accessKeyId,
    action,
    input,
    allowed: decision.allowed,
    ...(!decision.allowed && { denial: decision.message }),
    ...outcome,
    ...(fault !== undefined && { fault: nameOf(fault) }),
    capacityUnits: meter.capacityUnits,
    durationMs: performance.now() - start,
    at,
  });
  try {
    if (!decision.allowed) throw accessDenied(decision.message);
    const body = await perform(fault, { action, input }, (made) => engine.call(action, made, meter));
    const statusCode = body ? 200 : 0;
    record({ statusCode });
    return { statusCode, body: body ?? {}, fault };
  } catch (error) {
    const failure = error instanceof ServiceError ? error : internalServerError();
    record({ statusCode: failure.statusCode, error: failure.type });
    if (failure !== error) throw error;
    return { statusCode: failure.statusCode, body: failure.body, fault };
  }
}

function sendError(response: ServerResponse, { statusCode, body }: ServiceError): void {
  // What is left of a body that was not read to its end cannot be told from a next request.
  if (!response.req.complete) response.shouldKeepAlive = false;
  sendMessage(response, statusCode, messageOf(body));
}

async function closeServer(server: Server): Promise<void> {
  const grace = setTimeout(() => { server.closeAllConnections(); }, GRACE_MILLIS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(grace);
}
