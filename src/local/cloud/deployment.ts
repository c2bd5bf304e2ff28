import { GatewayServices, HttpApi, HttpGateway, newRequestId, TokenVerifier } from '../gateway';
import { HttpRequest, HttpResponse, jsonResponse } from '../http';
import { Caller, InvokePermission, LambdaService, mayInvoke, readPermissions } from '../lambda';
import { Bucket, Edge, readBuckets } from '../site';
import { Access, readPrincipals } from './access';
import { Blueprint } from './blueprint';
import { FunctionDirectory } from './function-directory';
import type { RequestLog } from './request-log';

/** What a deployment needs of the cloud that it belongs to. */
export interface DeploymentServices {
  /** The deployment's own; it ends with it. */
  readonly lambda: LambdaService;
  readonly log: RequestLog;
  readonly localize: (text: string) => string;
  readonly verifyToken: TokenVerifier;
}

/** An app as deployed: its functions, APIs and sites. A reload replaces it by another one. */
export class Deployment {
  public static async create(blueprint: Blueprint, services: DeploymentServices): Promise<Deployment> {
    const { assembly, emulated, resources, functions: definitions } = blueprint;
    const [functions, buckets] = await Promise.all([
      FunctionDirectory.deploy(definitions, services),
      readBuckets(emulated, assembly, services.localize),
    ]);
    const access = new Access(readPrincipals(definitions.map(({ resource }) => resource), resources), blueprint.tables, blueprint.tableArnPrefix);
    return new Deployment(blueprint, services, functions, access, buckets);
  }

  private readonly inFlight = new Set<Promise<HttpResponse>>();
  private readonly gateways: ReadonlyMap<string, HttpGateway>;
  private readonly edges: ReadonlyMap<string, Edge>;

  private constructor(
    public readonly blueprint: Blueprint,
    private readonly services: DeploymentServices,
    public readonly functions: FunctionDirectory,
    public readonly access: Access,
    buckets: ReadonlyMap<string, Bucket>,
  ) {
    const permissions = readPermissions(blueprint.emulated);
    const gatewayOf = (api: HttpApi) => new HttpGateway(withLocalOrigins(api, services.localize), this.gatewayServices(api, permissions));
    this.gateways = new Map(blueprint.apis.map((api) => [api.domainName, gatewayOf(api)]));
    const callApi = (domainName: string, request: HttpRequest) => this.callApi(domainName, request);
    this.edges = new Map(blueprint.distributions.map((distribution) => [distribution.id, new Edge(distribution, { buckets, callApi })]));
  }

  /** Answers a request at an entry's address. */
  public async handle(entryId: string, request: HttpRequest): Promise<HttpResponse> {
    const edge = this.edges.get(entryId);
    const api = this.blueprint.apis.find(({ id }) => id === entryId);
    if (!edge && !api) return jsonResponse(503, { message: 'Service Unavailable' }); // its deployment is under way
    const answer = edge ? edge.handle(request) : this.callApi(api!.domainName, request);
    this.inFlight.add(answer);
    return answer.finally(() => this.inFlight.delete(answer));
  }

  /** Whose credentials these are. */
  public callerOf(accessKeyId: string): Caller | undefined {
    return this.services.lambda.callerOf(accessKeyId);
  }

  /** Lets the requests in flight finish, then ends the functions' processes. */
  public async stop(): Promise<void> {
    await Promise.allSettled(this.inFlight);
    await this.kill();
  }

  /** Ends the functions' processes, so that the requests in flight fail. */
  public async kill(): Promise<void> {
    await this.services.lambda.stop();
  }

  private async callApi(domainName: string, request: HttpRequest): Promise<HttpResponse> {
    const { log } = this.services;
    const requestId = newRequestId();
    const { method, path, query } = request;
    const at = Date.now();
    const begun = performance.now();
    log.begin(requestId);
    const { response, functionArn, resourcePath = path, cold, problem } = await this.gateways.get(domainName)!.handle(request, requestId);
    log.finish({
      requestId,
      at,
      method,
      path,
      query,
      status: response.status,
      durationMs: performance.now() - begun,
      cold,
      problem,
      ...(functionArn === undefined ? {} : {
        function: this.functions.nameOf(functionArn),
        operation: this.functions.entityOf(functionArn)?.operationOf(method, resourcePath),
      }),
    });
    return response;
  }

  private gatewayServices({ account }: HttpApi, permissions: readonly InvokePermission[]): GatewayServices {
    return {
      verifyToken: this.services.verifyToken,
      invoke: (functionArn, request) => this.functions.invoke(functionArn, request),
      mayInvoke: (functionArn, sourceArn) =>
        mayInvoke(permissions, { functionArn, sourceArn, principal: 'apigateway.amazonaws.com', sourceAccount: account }),
    };
  }
}

/** The app's own pages come from local addresses here. */
function withLocalOrigins(api: HttpApi, localize: (text: string) => string): HttpApi {
  return api.cors ? { ...api, cors: { ...api.cors, allowOrigins: api.cors.allowOrigins.map(localize) } } : api;
}
