import { Assembly, Resource } from './assembly';
import { AssemblyError } from './assembly-error';
import { judge, REFUSED_PROPERTIES } from './support';

/** The resources of an assembly, by what becomes of them here. */
export interface Inventory {
  readonly emulated: Resource[];
  /** Not run here, and nothing that the app answers depends on it. */
  readonly harmless: NotEmulated[];
  /** Not run here, so that the app would behave otherwise than on AWS. A resource comes once for each reason. */
  readonly refused: NotEmulated[];
}

export interface NotEmulated {
  readonly resource: Resource;
  readonly reason: string;
}

/** Sorts an assembly's resources. `emulated` lists types, and `TYPE.PROPERTY` where a property is honoured that few are. */
export function inventory(assembly: Assembly, emulated: readonly string[]): Inventory {
  const types = new Set(emulated);
  const result: Inventory = { emulated: [], harmless: [], refused: [] };
  const resources = assembly.stacks.flatMap((stack) => stack.resources);
  const providers = providerArns(resources);
  for (const resource of resources) {
    if (resource.type === 'AWS::Lambda::Function' && providers.has(resource.attributes.Arn)) {
      result.harmless.push({ resource, reason: 'it serves custom resources, at deployment' });
    } else if (types.has(resource.type)) {
      result.emulated.push(resource);
      result.refused.push(...refusedProperties(resource, types));
    } else {
      const { harmless, reason } = judge(resource.type, resource.properties);
      (harmless ? result.harmless : result.refused).push({ resource, reason });
    }
  }
  return result;
}

/** One line for a refused resource. */
export function describeRefused({ resource, reason }: NotEmulated): string {
  const construct = resource.path === undefined ? '' : ` (${resource.path})`;
  return `${resource.stackId}: ${resource.logicalId}${construct}: ${resource.type} cannot be run locally: ${reason}`;
}

/** One line for all harmless ones: how many of which type. */
export function describeHarmless(harmless: readonly NotEmulated[]): string {
  const counts = new Map<string, number>();
  for (const { resource } of harmless) counts.set(resource.type, (counts.get(resource.type) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, count]) => `${count} ${type}`).join(', ');
}

function refusedProperties(resource: Resource, honoured: ReadonlySet<string>): NotEmulated[] {
  return Object.entries(REFUSED_PROPERTIES[resource.type] ?? {})
    .filter(([property]) => property in resource.properties && !honoured.has(`${resource.type}.${property}`))
    .map(([property, reason]) => ({ resource, reason: `${property}: ${reason}` }));
}

/** ARNs of the functions that act for custom resources. They run at deployment, and there is none here. */
function providerArns(resources: readonly Resource[]): ReadonlySet<unknown> {
  return new Set(resources.filter(({ type }) => type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource').map(serviceToken));
}

function serviceToken({ properties }: Resource): unknown {
  try {
    return properties.ServiceToken;
  } catch (error) {
    // a provider outside the app is no function here that could be taken for one of the API's
    if (error instanceof AssemblyError) return undefined;
    throw error;
  }
}
