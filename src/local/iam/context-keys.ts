/**
 * Context keys whose value, or absence, is known here as it would be on AWS. A policy about another key cannot be
 * judged locally, and is refused when the local cloud starts.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
 */
const KNOWN_KEYS: ReadonlySet<string> = new Set([
  // given by every call of a function
  'aws:PrincipalArn', 'aws:PrincipalAccount', 'aws:PrincipalType', 'aws:userid', 'aws:RequestedRegion', 'aws:ResourceAccount',
  'aws:CurrentTime', 'aws:EpochTime', 'aws:TokenIssueTime', 'aws:SecureTransport', 'aws:ViaAWSService', 'aws:PrincipalIsAWSService',
  'lambda:SourceFunctionArn',
  // never there when a function calls
  'aws:username', 'aws:MultiFactorAuthPresent', 'aws:MultiFactorAuthAge', 'aws:FederatedProvider', 'aws:SourceIdentity',
  'aws:CalledVia', 'aws:CalledViaFirst', 'aws:CalledViaLast', 'aws:PrincipalServiceName', 'aws:PrincipalServiceNamesList',
  'aws:SourceArn', 'aws:SourceAccount', 'ec2:SourceInstanceArn',
  // read from a call to DynamoDB
  'dynamodb:EnclosingOperation', 'dynamodb:Select', 'dynamodb:ReturnValues', 'dynamodb:ReturnConsumedCapacity',
  'dynamodb:LeadingKeys', 'dynamodb:Attributes', 'dynamodb:FirstPartitionKeyValues', 'dynamodb:SecondPartitionKeyValues',
  'dynamodb:ThirdPartitionKeyValues', 'dynamodb:FourthPartitionKeyValues',
].map((key) => key.toLowerCase()));

const MULTI_VALUED_KEYS: ReadonlySet<string> = new Set([
  'dynamodb:LeadingKeys', 'dynamodb:Attributes', 'dynamodb:FirstPartitionKeyValues', 'dynamodb:SecondPartitionKeyValues',
  'dynamodb:ThirdPartitionKeyValues', 'dynamodb:FourthPartitionKeyValues', 'aws:CalledVia', 'aws:PrincipalServiceNamesList',
].map((key) => key.toLowerCase()));

export function isKnownKey(key: string): boolean {
  return KNOWN_KEYS.has(key.toLowerCase()) || key.toLowerCase().startsWith('aws:principaltag/');
}

/** Whether a request may have several values of the key: then a condition says which of them count. */
export function isMultiValued(key: string): boolean {
  return MULTI_VALUED_KEYS.has(key.toLowerCase());
}
