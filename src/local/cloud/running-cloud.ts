import { ConsoleServer } from '../console';
import { Deferred } from '../deferred';
import { Decision, DynamoDbCall, DynamoDbEngine, Endpoint, openEngine, startEndpoint } from '../dynamodb';
import { HttpRequest, HttpResponse, jsonResponse } from '../http';
import { LocalIssuer } from '../issuer';
import { HostPool, LambdaService } from '../lambda';
import { Addresses } from './addresses';
import { Blueprint, readBlueprint } from './blueprint';
import { checkTables, deployTable } from './deploy-tables';
import { Deployment } from './deployment';
import { Doors } from './doors';
import { LocalCloud, LocalOptions, ServedApi, ServedOutput, ServedSite } from './local-cloud';
import { RequestLog } from './request-log';
import { runningDocument } from './running-document';
import { issueToken } from './tokens';

const LOOPBACK = '127.0.0.1';

/** The parts of a local cloud, started one after the other. What outlives a reload is here, what does not in `Deployment`. */
export class RunningCloud implements LocalCloud {
  public readonly requests = new RequestLog();
  private readonly issuer = new LocalIssuer();
  private readonly console: ConsoleServer;
  private readonly doors: Doors;
  private readonly pool: HostPool;
  private readonly storeNotices: string[] = [];
  private engine?: DynamoDbEngine;
  private endpoint?: Endpoint;
  private addresses?: Addresses;
  /** The latest is the one that takes requests; others still answer some. */
  private deployments: Deployment[] = [];
  /** A request that comes before is kept waiting. */
  private readonly deployed = new Deferred<void>();
  private stopped?: Promise<void>;

  constructor(private readonly options: LocalOptions) {
    const { host = LOOPBACK, port = 0, nextFreePort = false } = options;
    this.pool = new HostPool(options.functionHost);
    this.doors = new Doors({ host, port, nextFree: nextFreePort }, (entryId) => (request) => this.handle(entryId, request));
    this.console = new ConsoleServer({
      listRequests: () => this.requests.list(),
      findRequest: (requestId) => this.requests.find(requestId),
      subscribe: (listener) => this.requests.subscribe(listener),
      describeCloud: () => this.describe(),
      findDocument: (apiName) => this.document(apiName),
      issueToken: (request) => issueToken(this.issuer, this.current.blueprint.apis, request),
    });
  }

  public get url(): string {
    return this.addresses!.main;
  }

  public get apis(): ServedApi[] {
    const { blueprint, functions } = this.current;
    return blueprint.apis.map((api) => ({
      name: api.name,
      url: this.addresses!.ofApi(api),
      routes: api.routes.map(({ key, authorizer, integration: { functionArn } }) => (
        { key, function: functions.nameOf(functionArn), issuer: authorizer?.issuer, example: functions.entityOf(functionArn)?.exampleFor(key) }
      )),
    }));
  }

  public get sites(): ServedSite[] {
    return this.current.blueprint.distributions.map(({ id, name }) => ({ name, url: this.addresses!.ofEntry(id) }));
  }

  public get outputs(): ServedOutput[] {
    return this.current.blueprint.assembly.stacks.flatMap(({ name, outputs }) => outputs.map(({ key, value, description }) => (
      { stack: name, key, value: this.addresses!.localize(String(value)), description }
    )));
  }

  public get notices(): readonly string[] {
    return [...this.storeNotices, ...this.current.blueprint.notices];
  }

  public async start(): Promise<void> {
    const blueprint = await this.read();
    const [first] = blueprint.functions;
    if (first) this.pool.prepare(first.configuration); // it starts while the rest does
    const { account, region, partition } = blueprint.assembly.stacks[0]!;
    const { dataDirectory, fsync, engine } = this.options;
    const onNotice = (notice: string) => this.notice(notice);
    this.engine = engine ?? await openEngine({ accountId: account, region, partition, dataDirectory, fsync, onNotice });
    this.endpoint = await startEndpoint({
      engine: this.engine,
      authorize: (accessKeyId, action, input) => this.authorize(accessKeyId, action, input),
      observe: (call) => this.observe(call),
      faults: this.options.faults,
    });
    await this.deploy(blueprint);
  }

  public async reload(): Promise<void> {
    await this.deploy(await this.read());
    this.console.reloaded();
  }

  public stop(): Promise<void> {
    this.stopped ??= this.shutDown();
    return this.stopped;
  }

  public async kill(): Promise<void> {
    const stopped = this.stop();
    await Promise.all(this.deployments.map((deployment) => deployment.kill()));
    await stopped;
  }

  private notice(text: string): void {
    this.storeNotices.push(text);
    this.options.onNotice?.(text);
  }

  private async shutDown(): Promise<void> {
    this.console.close();
    this.deployed.resolve();
    await this.doors.close();
    await Promise.all(this.deployments.map((deployment) => deployment.stop()));
    await this.pool.stop();
    await this.endpoint?.close();
    await this.engine?.close();
  }

  private read(): Promise<Blueprint> {
    const { assembly, crossOrigin = false } = this.options;
    return readBlueprint(assembly, crossOrigin);
  }

  /** What can fail comes first, and leaves what runs as it is. */
  private async deploy(blueprint: Blueprint): Promise<void> {
    await checkTables(this.engine!, blueprint.tables, this.options.dataDirectory !== undefined);
    const { addresses, deployment } = await this.prepare(blueprint);
    for (const table of blueprint.tables) {
      const notice = await deployTable(this.engine!, table);
      if (notice !== undefined) this.notice(notice);
    }
    const replaced = this.deployments;
    this.addresses = addresses;
    this.deployments = [...replaced, deployment];
    this.deployed.resolve();
    await Promise.all(replaced.map((each) => each.stop()));
    this.deployments = [deployment];
    this.doors.keep(idsOf(blueprint));
  }

  private async prepare(blueprint: Blueprint): Promise<{ addresses: Addresses; deployment: Deployment }> {
    try {
      const addresses = new Addresses(blueprint, await this.doors.open(idsOf(blueprint)));
      const deployment = await Deployment.create(blueprint, {
        lambda: new LambdaService({
          log: this.options.onLog ?? (() => undefined),
          dynamoDbUrl: this.endpoint!.url,
          pool: this.pool,
        }),
        log: this.requests,
        localize: (text) => addresses.localize(text),
        verifyToken: (authorizer, token) => this.issuer.verify(authorizer, token),
      });
      return { addresses, deployment };
    } catch (error) {
      this.doors.keep(idsOf(this.current?.blueprint));
      throw error;
    }
  }

  private get current(): Deployment {
    return this.deployments.at(-1)!;
  }

  private async handle(entryId: string, request: HttpRequest): Promise<HttpResponse> {
    await this.deployed.promise;
    if (!this.current) return jsonResponse(503, { message: 'Service Unavailable' }); // it could not be started
    if (this.console.owns(request.path)) return this.console.handle(request);
    return this.current.handle(entryId, request);
  }

  private authorize(accessKeyId: string, action: string, input: unknown): Decision {
    const deployment = this.deploymentOf(accessKeyId) ?? this.current;
    return deployment.access.decide(deployment.callerOf(accessKeyId)?.function.arn, action, input);
  }

  private observe(call: DynamoDbCall): void {
    const deployment = this.deploymentOf(call.accessKeyId);
    const requestId = deployment?.callerOf(call.accessKeyId)?.causeAt(call.at);
    if (!deployment || requestId === undefined) return; // nobody's request: a call made while the code was loaded, or by another program
    const missingStatement = deployment.access.missingStatement(call.input);
    this.requests.addCall(requestId, missingStatement ? { ...call, missingStatement } : call);
  }

  private deploymentOf(accessKeyId: string): Deployment | undefined {
    return this.deployments.find((deployment) => deployment.callerOf(accessKeyId));
  }

  private document(apiName?: string): object | undefined {
    const { blueprint: { apis }, functions } = this.current;
    return runningDocument({ apis, findEntity: (arn) => functions.entityOf(arn), urlOf: (api) => this.addresses!.ofApi(api) }, apiName);
  }

  private describe(): object {
    const { url, apis, sites, outputs, notices } = this;
    return { url, apis, sites, outputs, notices };
  }
}

/** Nothing is served before the first deployment. */
function idsOf(blueprint: Blueprint | undefined): string[] {
  return blueprint?.entries.map(({ id }) => id) ?? [];
}
