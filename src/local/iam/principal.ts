import { Resource } from '../assembly';
import { policiesOf } from './policies-of';
import { Context, listOf, OneOrMany, PolicyDocument } from './policy';

/** Who calls: a function in its role. */
export interface Principal {
  /** The session's ARN, as messages of AWS name it. */
  readonly arn: string;
  readonly policies: readonly PolicyDocument[];
  /** What IAM knows about the caller of every request. */
  context(at: Date): Context;
}

/**
 * A function as a principal. Lambda takes the function's role in a session with the function's name.
 *
 * @param resources of all stacks, where the role's policies are found
 */
export function functionPrincipal(lambda: Resource, role: Resource, resources: readonly Resource[], issued = new Date()): Principal {
  const [, partition, , , account] = role.attributes.Arn.split(':');
  const [, , , region] = lambda.attributes.Arn.split(':');
  const constant: Context = {
    'aws:PrincipalArn': role.attributes.Arn,
    'aws:PrincipalAccount': account,
    'aws:PrincipalType': 'AssumedRole',
    'aws:PrincipalIsAWSService': 'false',
    'aws:userid': `${role.attributes.RoleId}:${lambda.physicalId}`,
    'aws:ResourceAccount': account,
    'aws:RequestedRegion': region,
    // the local endpoint speaks plain HTTP; what counts is what a policy will meet on AWS, where the SDK speaks TLS
    'aws:SecureTransport': 'true',
    'aws:ViaAWSService': 'false',
    'aws:TokenIssueTime': issued.toISOString(),
    'lambda:SourceFunctionArn': lambda.attributes.Arn,
    ...tagsOf(role),
  };
  return {
    arn: `arn:${partition}:sts::${account}:assumed-role/${role.physicalId}/${lambda.physicalId}`,
    policies: policiesOf(role, resources),
    context: (at) => ({ ...constant, 'aws:CurrentTime': at.toISOString(), 'aws:EpochTime': String(Math.floor(at.getTime() / 1000)) }),
  };
}

function tagsOf(role: Resource): Context {
  const tags = listOf(role.properties.Tags as OneOrMany<{ Key: string; Value: string }>);
  return Object.fromEntries(tags.map(({ Key, Value }) => [`aws:PrincipalTag/${Key}`, Value]));
}
