import type { FunctionDefinition } from './blueprint';
import { Entity } from './entity';
import { constructPathOf, unqualifiedArn } from './names';
import { InvocationRequest, InvocationResult, LambdaService, LocalFunction } from '../lambda';

interface DeployedFunction {
  readonly local: LocalFunction;
  /** The construct's path. */
  readonly name: string;
  /** What it serves, if its code is this package's. */
  readonly entity?: Entity;
}

/** What a function's deployment needs. */
export interface FunctionServices {
  readonly lambda: LambdaService;
  /** Turns addresses on AWS in the environment into local ones. */
  readonly localize: (text: string) => string;
}

/** The functions of the app, by their ARNs. */
export class FunctionDirectory {
  public static async deploy(definitions: readonly FunctionDefinition[], services: FunctionServices): Promise<FunctionDirectory> {
    const deployed = await Promise.all(definitions.map((definition) => deploy(definition, services)));
    return new FunctionDirectory(new Map(deployed.map((each) => [each.local.configuration.arn, each])));
  }

  private constructor(private readonly functions: ReadonlyMap<string, DeployedFunction>) {}

  public invoke(arn: string, request: InvocationRequest): Promise<InvocationResult> {
    return this.find(arn).local.invoke(request);
  }

  /** The construct's path. */
  public nameOf(arn: string): string {
    return this.find(arn).name;
  }

  /** The entity that the function serves, if its code is this package's. */
  public entityOf(arn: string): Entity | undefined {
    return this.find(arn).entity;
  }

  private find(arn: string): DeployedFunction {
    const found = this.functions.get(unqualifiedArn(arn));
    if (!found) throw new Error(`function ${arn} was not deployed`);
    return found;
  }
}

async function deploy({ resource, configuration }: FunctionDefinition, { lambda, localize }: FunctionServices): Promise<DeployedFunction> {
  const environment = Object.fromEntries(Object.entries(configuration.environment).map(([name, value]) => [name, localize(value)]));
  const entity = await Entity.read(configuration.directory);
  return { local: lambda.add({ ...configuration, environment }), name: constructPathOf(resource), entity };
}

