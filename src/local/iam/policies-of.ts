import { AssemblyError, Resource } from '../assembly';
import { managedPolicy } from './managed-policies';
import { listOf, OneOrMany, PolicyDocument } from './policy';

/**
 * The identity policies of a role: its own, those that name it in `Roles`, and those that it names.
 *
 * @param resources of all stacks; a policy may lie in another than its role
 */
export function policiesOf(role: Resource, resources: readonly Resource[]): PolicyDocument[] {
  const { Policies, ManagedPolicyArns, PermissionsBoundary } = role.properties;
  if (PermissionsBoundary !== undefined) throw new AssemblyError(`${nameOf(role)}: has a permissions boundary, which is not evaluated here; leave it out for local use`);

  const inline = listOf(Policies as OneOrMany<Document>).map(documentOf);
  const attached = resources.filter((resource) => isAttached(resource, role)).map((policy) => documentOf(policy.properties as unknown as Document));
  const named = listOf(ManagedPolicyArns as OneOrMany<string>).map((arn) => policyOfArn(arn, role, resources));
  return [...inline, ...attached, ...named];
}

interface Document {
  readonly PolicyDocument: PolicyDocument;
}

function documentOf({ PolicyDocument: document }: Document): PolicyDocument {
  return document;
}

function isAttached({ type, properties }: Resource, role: Resource): boolean {
  switch (type) {
    case 'AWS::IAM::Policy':
    case 'AWS::IAM::ManagedPolicy':
      return listOf(properties.Roles as OneOrMany<string>).includes(role.physicalId);
    case 'AWS::IAM::RolePolicy':
      return properties.RoleName === role.physicalId;
    default:
      return false;
  }
}

function policyOfArn(arn: string, role: Resource, resources: readonly Resource[]): PolicyDocument {
  const own = resources.find(({ type, physicalId }) => type === 'AWS::IAM::ManagedPolicy' && physicalId === arn);
  const policy = own ? documentOf(own.properties as unknown as Document) : managedPolicy(arn);
  if (policy) return policy;
  throw new AssemblyError(`${nameOf(role)}: what the policy ${arn} allows is not known here; write its statements into the template`);
}

function nameOf({ stackId, logicalId, path }: Resource): string {
  return `${stackId}: ${logicalId}${path === undefined ? '' : ` (${path})`}`;
}
