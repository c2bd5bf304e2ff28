import { ALPHABET } from '../identifiers';

/** What a deployment of one resource type makes known to the rest of the template. */
export interface ResourceType {
  /** What `Ref` gives. */
  readonly physicalId: Derivation;
  /** What `Fn::GetAtt` gives, by attribute. */
  readonly attributes?: Readonly<Record<string, Derivation>>;
}

export type Derivation = (resource: DescribedResource) => string;

/** Resource types by their name in CloudFormation. */
export type ResourceTypes = Readonly<Record<string, ResourceType>>;

/** A resource, as far as its ids depend on it. */
export interface DescribedResource {
  readonly logicalId: string;
  readonly physicalId: string;
  readonly region: string;
  readonly account: string;
  /** `amazonaws.com`, or the domain of another partition. */
  readonly urlSuffix: string;
  /** An id as the service makes it up; equal in every run. `purpose` tells several ids of one resource apart. */
  id(length: number, alphabet?: keyof typeof ALPHABET, purpose?: string): string;
  uuid(purpose?: string): string;
  /** A property, resolved; undefined if the template does not give it. */
  text(property: string): string | undefined;
  /** The name that the property gives, else one as CloudFormation generates it. */
  name(property: string, maximum: number): string;
  arn(service: string, resource: string, options?: { readonly region?: string; readonly account?: string }): string;
}

/** Most services: `Ref` is an id of so many letters and digits, and an attribute or two repeat it. */
export function identified(length: number, ...attributes: string[]): ResourceType {
  return {
    physicalId: (resource) => resource.id(length),
    attributes: Object.fromEntries(attributes.map((attribute) => [attribute, (resource: DescribedResource) => resource.physicalId])),
  };
}

/** Services that name their resources: `Ref` is the name, `Arn` ends in it. */
export function named(property: string, maximum: number, service: string, resourcePrefix: string): ResourceType {
  return {
    physicalId: (resource) => resource.name(property, maximum),
    attributes: { Arn: (resource) => resource.arn(service, resourcePrefix + resource.physicalId) },
  };
}
