import { Output, Resource, Stack } from './assembly';
import { AssemblyError } from './assembly-error';
import { ConstructPaths } from './construct-paths';
import { deployedResource } from './deployed-resource';
import { Environment } from './environment';
import { uuidFrom } from './identifiers';
import { holds, NO_VALUE, References, resolve } from './intrinsics';
import { lazyMember, once } from './lazy';
import { parameterValue } from './parameters';
import { Template, TemplateOutput } from './template';

/** What a stack is made of. */
export interface StackSource {
  readonly id: string;
  readonly name: string;
  readonly environment: Environment;
  readonly template: Template;
  /** Values that a parent stack passes. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly paths: ConstructPaths;
  /** The construct of a nested stack; empty for a stack of its own. */
  readonly path: string;
  /** All stacks of the assembly, this one included, for what one imports of another. */
  readonly peers: readonly DeployedStack[];
}

/** A stack as it would be after a deployment: its names mean something, inside it and to others. */
export class DeployedStack implements Stack, References {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly resources: Resource[];
  readonly outputs: Output[];
  /** Nested stacks by their logical id here. */
  readonly nested = new Map<string, DeployedStack>();

  private readonly byLogicalId: ReadonlyMap<string, Resource>;
  private readonly conditions = new Map<string, () => boolean>();

  constructor(readonly source: StackSource) {
    ({ id: this.id, name: this.name } = source);
    ({ account: this.account, region: this.region, partition: this.partition } = source.environment);
    for (const [name, condition] of Object.entries(source.template.Conditions ?? {})) {
      const where = this.at(`Conditions.${name}`);
      this.conditions.set(name, once(where, () => holds(condition, this, where)));
    }
    this.resources = Object.entries(source.template.Resources ?? {})
      .filter(([logicalId, { Condition }]) => this.isPresent(logicalId, Condition))
      .map(([logicalId, resource]) => deployedResource(this, logicalId, resource));
    this.byLogicalId = new Map(this.resources.map((resource) => [resource.logicalId, resource]));
    this.outputs = Object.entries(source.template.Outputs ?? {})
      .filter(([key, { Condition }]) => this.isPresent(key, Condition))
      .map(([key, output]) => this.output(key, output));
  }

  /** A place in the template, as errors name it. */
  at(place: string): string {
    return `${this.id}: ${place}`;
  }

  ref(name: string, where: string): unknown {
    if (name.startsWith('AWS::')) return this.pseudoParameter(name, where);
    const parameter = this.source.template.Parameters?.[name];
    if (parameter) return parameterValue(name, parameter, this.source.parameters[name], where);
    return this.resource(name, 'Ref', where).physicalId;
  }

  attribute(logicalId: string, attribute: string, where: string): unknown {
    const resource = this.resource(logicalId, 'Fn::GetAtt', where);
    if (attribute.startsWith('Outputs.') && this.nested.has(logicalId)) {
      return this.nested.get(logicalId)!.outputValue(attribute.slice('Outputs.'.length), where);
    }
    const value = resource.attributes[attribute];
    if (value !== undefined) return value;
    const known = Object.keys(resource.attributes).join(', ') || 'none';
    throw new AssemblyError(`${where}: the attribute ${attribute} of ${logicalId} (${resource.type}) is not known here; known are: ${known}`);
  }

  condition(name: string, where: string): boolean {
    const condition = this.conditions.get(name);
    if (!condition) throw new AssemblyError(`${where}: there is no condition ${name} in the template; add it to Conditions`);
    return condition();
  }

  mapped(mapping: string, topLevelKey: string, secondLevelKey: string): unknown {
    return this.source.template.Mappings?.[mapping]?.[topLevelKey]?.[secondLevelKey];
  }

  imported(exportName: string, where: string): unknown {
    for (const peer of this.source.peers) {
      const output = peer.account === this.account && peer.region === this.region && peer.outputs.find((one) => one.exportName === exportName);
      if (output) return output.value;
    }
    throw new AssemblyError(`${where}: no stack of the app exports ${exportName} in ${this.account}/${this.region}; synthesize the stack that does with this one`);
  }

  stackOutput(stackName: string, region = this.region, outputName: string, where: string): unknown {
    const peer = this.source.peers.find((stack) => stack.name === stackName && stack.region === region);
    if (!peer) throw new AssemblyError(`${where}: the app has no stack ${stackName} in ${region}; synthesize it with this one`);
    return peer.outputValue(outputName, where);
  }

  /** The stack's own id, which is an ARN. */
  get arn(): string {
    const { partition, region, account } = this;
    return `arn:${partition}:cloudformation:${region}:${account}:stack/${this.name}/${uuidFrom(`${account}/${region}/${this.name}`)}`;
  }

  private outputValue(key: string, where: string): string {
    const output = this.outputs.find((one) => one.key === key);
    if (!output) throw new AssemblyError(`${where}: the stack ${this.id} has no output ${key}`);
    return output.value;
  }

  private isPresent(name: string, condition: string | undefined): boolean {
    return condition === undefined || this.condition(condition, this.at(`${name}.Condition`));
  }

  private resource(logicalId: string, intrinsic: string, where: string): Resource {
    const resource = this.byLogicalId.get(logicalId);
    if (resource) return resource;
    const condition = this.source.template.Resources?.[logicalId]?.Condition;
    const reason = condition === undefined
      ? 'which is no resource or parameter of the template'
      : `which is left out because its condition ${condition} is false`;
    throw new AssemblyError(`${where}: ${intrinsic} names ${logicalId}, ${reason}; correct the name, or synthesize the app again`);
  }

  private pseudoParameter(name: string, where: string): unknown {
    const { environment } = this.source;
    switch (name) {
      case 'AWS::AccountId': return environment.account;
      case 'AWS::Region': return environment.region;
      case 'AWS::Partition': return environment.partition;
      case 'AWS::URLSuffix': return environment.urlSuffix;
      case 'AWS::StackName': return this.name;
      case 'AWS::StackId': return this.arn;
      case 'AWS::NotificationARNs': return [];
      case 'AWS::NoValue': return NO_VALUE;
      default: throw new AssemblyError(`${where}: ${name} is no pseudo parameter of CloudFormation`);
    }
  }

  private output(key: string, { Value, Description, Export }: TemplateOutput): Output {
    const output = { key, description: Description };
    const value = this.at(`Outputs.${key}.Value`);
    lazyMember(output, 'value', value, () => resolve(Value, this, value));
    const name = this.at(`Outputs.${key}.Export.Name`);
    lazyMember(output, 'exportName', name, () => (Export ? resolve(Export.Name, this, name) : undefined));
    return output as Output;
  }
}
