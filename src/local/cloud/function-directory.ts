import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ASSET_FILES, matchRoute, Model, Route, routesOf } from '../../model';
import type { Assembly, Resource } from '../assembly';
import { InvocationRequest, InvocationResult, LambdaService, LocalFunction, readFunction } from '../lambda';

interface DeployedFunction {
  readonly local: LocalFunction;
  /** The construct's path. */
  readonly name: string;
  /** Of the entity that it serves, if its code is this package's. */
  readonly routes: readonly Route[];
}

/** What a function's deployment needs. */
export interface FunctionServices {
  readonly lambda: LambdaService;
  /** Turns addresses on AWS in the environment into local ones. */
  readonly localize: (text: string) => string;
}

/** The functions of the app, by their ARNs. */
export class FunctionDirectory {
  public static async deploy(resources: readonly Resource[], assembly: Assembly, services: FunctionServices): Promise<FunctionDirectory> {
    const deployed = await Promise.all(resources.map((resource) => deploy(resource, assembly, services)));
    return new FunctionDirectory(new Map(deployed.map((each) => [each.local.configuration.arn, each])));
  }

  private constructor(private readonly functions: ReadonlyMap<string, DeployedFunction>) {}

  public invoke(arn: string, request: InvocationRequest): Promise<InvocationResult> {
    const found = this.functions.get(unqualified(arn));
    if (!found) throw new Error(`function ${arn} was not deployed`);
    return found.local.invoke(request);
  }

  /** The construct's path. */
  public nameOf(arn: string): string {
    return this.functions.get(unqualified(arn))?.name ?? arn;
  }

  /** What a request is in the entity's API: `list`. */
  public operationOf(arn: string, method: string, path: string): string | undefined {
    const match = matchRoute(this.functions.get(unqualified(arn))?.routes ?? [], method, path);
    return match.found === 'route' ? match.route.operation : undefined;
  }
}

async function deploy(resource: Resource, assembly: Assembly, { lambda, localize }: FunctionServices): Promise<DeployedFunction> {
  const configuration = readFunction(resource, assembly);
  const environment = Object.fromEntries(Object.entries(configuration.environment).map(([name, value]) => [name, localize(value)]));
  return { local: lambda.add({ ...configuration, environment }), name: nameOf(resource), routes: await entityRoutes(configuration.directory) };
}

/** An alias or version leads to the function: there is one version of it here. */
export function unqualified(arn: string): string {
  return arn.split(':').slice(0, 7).join(':');
}

function nameOf({ path, logicalId }: Resource): string {
  return path?.replace(/\/Resource$/, '') ?? logicalId;
}

async function entityRoutes(directory: string): Promise<Route[]> {
  const text = await readFile(join(directory, ASSET_FILES.model), 'utf8').catch(() => undefined); // another function than this package's
  return text === undefined ? [] : routesOf(JSON.parse(text) as Model);
}
