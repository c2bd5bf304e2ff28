import { PolicyDocument, Statement } from './policy';

/**
 * What AWS's own policies say about DynamoDB, by the end of their ARN; their other rights are nobody's business here.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
const MANAGED_POLICIES: Readonly<Record<string, Statement[]>> = {
  'service-role/AWSLambdaBasicExecutionRole': [],
  'service-role/AWSLambdaVPCAccessExecutionRole': [],
  'service-role/AWSLambdaENIManagementAccess': [],
  'service-role/AWSLambdaSQSQueueExecutionRole': [],
  'service-role/AmazonAPIGatewayPushToCloudWatchLogs': [],
  'AWSXRayDaemonWriteAccess': [],
  'AWSXrayWriteOnlyAccess': [],
  'CloudWatchLambdaInsightsExecutionRolePolicy': [],
  'CloudWatchLambdaApplicationSignalsExecutionRolePolicy': [],
  'service-role/AWSLambdaDynamoDBExecutionRole': [
    allowEverywhere('dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'),
  ],
  'AmazonDynamoDBFullAccess': [allowEverywhere('dynamodb:*')],
  'AmazonDynamoDBFullAccess_v2': [allowEverywhere('dynamodb:*')],
  'AmazonDynamoDBReadOnlyAccess': [
    allowEverywhere('dynamodb:BatchGetItem', 'dynamodb:Describe*', 'dynamodb:List*', 'dynamodb:GetAbacStatus', 'dynamodb:GetItem',
      'dynamodb:GetResourcePolicy', 'dynamodb:Query', 'dynamodb:Scan', 'dynamodb:PartiQLSelect'),
  ],
  'AdministratorAccess': [allowEverywhere('*')],
};

/** The policy of an ARN `arn:PARTITION:iam::aws:policy/NAME`; undefined if it is not known here. */
export function managedPolicy(arn: string): PolicyDocument | undefined {
  const name = /^arn:[^:]+:iam::aws:policy\/(.+)$/.exec(arn)?.[1];
  return name !== undefined && Object.hasOwn(MANAGED_POLICIES, name) ? { Version: '2012-10-17', Statement: MANAGED_POLICIES[name] } : undefined;
}

function allowEverywhere(...actions: string[]): Statement {
  return { Effect: 'Allow', Action: actions, Resource: '*' };
}
