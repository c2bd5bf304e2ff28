import { Resource } from './assembly';
import type { DeployedStack } from './deployed-stack';
import { ALPHABET, generatedName, idFrom, uuidFrom } from './identifiers';
import { resolve } from './intrinsics';
import { lazyMember } from './lazy';
import { DescribedResource, ResourceType, resourceType } from './resource-types';
import { TemplateResource } from './template';

/** A resource whose properties, ids and attributes are resolved when they are read. */
export function deployedResource(stack: DeployedStack, logicalId: string, source: TemplateResource): Resource {
  const type = resourceType(source.Type);
  const path = stack.source.paths.find(stack.source.path, logicalId) ?? pathInTemplate(source);
  const resource = { stackId: stack.id, logicalId, type: source.Type, ...(path === undefined ? {} : { path }) } as Resource;

  const properties = stack.at(`${logicalId}.Properties`);
  lazyMember(resource, 'properties', properties, () => resolve(source.Properties ?? {}, stack, properties));
  const described = describe(stack, resource);
  lazyMember(resource, 'physicalId', stack.at(logicalId), () => (stack.nested.get(logicalId)?.arn ?? type.physicalId(described)));
  lazyMember(resource, 'attributes', stack.at(logicalId), () => attributesOf(type, described, stack.at(logicalId)));
  return resource;
}

function pathInTemplate(source: TemplateResource): string | undefined {
  const path = source.Metadata?.['aws:cdk:path'];
  return typeof path === 'string' ? path : undefined;
}

function attributesOf(type: ResourceType, described: DescribedResource, where: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [name, derive] of Object.entries(type.attributes ?? {})) lazyMember(attributes, name, `${where}.${name}`, () => derive(described));
  return attributes;
}

function describe(stack: DeployedStack, resource: Resource): DescribedResource {
  const { account, region, partition, urlSuffix } = stack.source.environment;
  const { logicalId } = resource;
  const seed = (purpose: string) => [account, region, stack.name, logicalId, purpose].join('/');
  const text = (property: string) => textOf(resource.properties[property]);
  return {
    logicalId,
    get physicalId() { return resource.physicalId; },
    account,
    region,
    urlSuffix,
    id: (length, alphabet = 'lower', purpose = '') => idFrom(seed(purpose), length, ALPHABET[alphabet]),
    uuid: (purpose = '') => uuidFrom(seed(purpose)),
    text,
    name: (property, maximum) => text(property) ?? generatedName(stack.name, logicalId, maximum, seed('')),
    arn: (service, name, options) => ['arn', partition, service, options?.region ?? region, options?.account ?? account, name].join(':'),
  };
}

function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value);
}
