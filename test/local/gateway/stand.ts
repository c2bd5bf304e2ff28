import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { GatewayAnswer, HttpApi, HttpGateway, Route, Stage } from '../../../src/local/gateway';
import { HttpServer, startServer } from '../../../src/local/http';
import type { InvocationResult } from '../../../src/local/lambda';
import { Answer, send } from '../support/http-client';

export const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:f';
export const DEFAULT_STAGE: Stage = { name: '$default', routeThrottles: {} };

interface Api extends Partial<Omit<HttpApi, 'routes'>> {
  readonly routes?: (string | Route)[];
  readonly permitted?: boolean;
  readonly timeoutMillis?: number;
}

/** A gateway on a port of its own, before a function that is a test's own; as new before each test. */
class Stand {
  public events: APIGatewayProxyEventV2[] = [];
  public sourceArns: string[] = [];
  public last!: GatewayAnswer;
  public result!: (event: APIGatewayProxyEventV2) => Promise<InvocationResult> | InvocationResult;
  private server!: HttpServer;
  private gateway!: HttpGateway;

  public get port(): number {
    return this.server.port;
  }

  public async open(): Promise<void> {
    this.server = await startServer('127.0.0.1', 0, async (request) => {
      this.last = await this.gateway.handle(request, 'request-1');
      return this.last.response;
    });
  }

  public close(): Promise<void> {
    return this.server.close();
  }

  public reset(): void {
    this.events = [];
    this.sourceArns = [];
    this.serve({});
    this.result = ({ routeKey }) => success({ statusCode: 200, body: routeKey });
  }

  /** Serves an API with these routes from now on. */
  public serve({ routes = ['$default'], permitted = true, timeoutMillis = 30_000, ...overrides }: Api): void {
    const api: HttpApi = {
      id: 'a1b2c3d4e5',
      name: 'todos',
      executeApiArn: 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5',
      account: '123456789012',
      domainName: 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com',
      stages: [DEFAULT_STAGE],
      ...overrides,
      routes: routes.map((route) => (typeof route === 'string' ? { key: route, integration: { functionArn: FUNCTION, timeoutMillis }, scopes: [] } : route)),
    };
    this.gateway = new HttpGateway(api, {
      invoke: async (_functionArn, { event }) => {
        this.events.push(event as APIGatewayProxyEventV2);
        return this.result(event as APIGatewayProxyEventV2);
      },
      mayInvoke: (_functionArn, sourceArn) => {
        this.sourceArns.push(sourceArn);
        return permitted;
      },
      verifyToken: async () => undefined,
    });
  }

  public call(method: string, path: string, headers: Record<string, string | string[]> = {}, body?: string | Buffer): Promise<Answer> {
    return send(`http://127.0.0.1:${this.port}`, { method, path, headers, body });
  }
}

export function useStand(): Stand {
  const stand = new Stand();
  beforeAll(() => stand.open());
  afterAll(() => stand.close());
  beforeEach(() => stand.reset());
  return stand;
}

export function success(value: unknown): InvocationResult {
  return { outcome: 'success', payload: JSON.stringify(value), cold: false };
}
