import { DescribedResource, named, ResourceTypes } from './resource-type';

/**
 * DynamoDB, S3, and what carries data between functions.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/ "Return values" of each type
 */
export const DATA_TYPES: ResourceTypes = {
  'AWS::DynamoDB::Table': { physicalId: tableName, attributes: { Arn: tableArn, StreamArn: streamArn } },
  'AWS::DynamoDB::GlobalTable': {
    physicalId: tableName,
    attributes: { Arn: tableArn, StreamArn: streamArn, TableId: (table) => table.uuid() },
  },
  'AWS::S3::Bucket': {
    physicalId: (bucket) => bucket.name('BucketName', 63).toLowerCase(),
    attributes: {
      Arn: (bucket) => bucket.arn('s3', bucket.physicalId, { region: '', account: '' }),
      DomainName: (bucket) => `${bucket.physicalId}.s3.${bucket.urlSuffix}`,
      RegionalDomainName: (bucket) => `${bucket.physicalId}.s3.${bucket.region}.${bucket.urlSuffix}`,
      DualStackDomainName: (bucket) => `${bucket.physicalId}.s3.dualstack.${bucket.region}.${bucket.urlSuffix}`,
      WebsiteURL: (bucket) => `http://${bucket.physicalId}.s3-website${DASHED_WEBSITES.has(bucket.region) ? '-' : '.'}${bucket.region}.${bucket.urlSuffix}`,
    },
  },
  'AWS::SNS::Topic': {
    physicalId: (topic) => topic.arn('sns', topicName(topic)),
    attributes: { TopicArn: (topic) => topic.physicalId, TopicName: topicName },
  },
  'AWS::SNS::Subscription': {
    physicalId: subscriptionArn,
    attributes: { Arn: subscriptionArn },
  },
  'AWS::SQS::Queue': {
    physicalId: queueUrl,
    attributes: { Arn: (queue) => queue.arn('sqs', queueName(queue)), QueueName: queueName, QueueUrl: queueUrl },
  },
  'AWS::Events::EventBus': named('Name', 256, 'events', 'event-bus/'),
  'AWS::Events::Rule': named('Name', 64, 'events', 'rule/'),
  'AWS::Pipes::Pipe': named('Name', 64, 'pipes', 'pipe/'),
  'Custom::CDKBucketDeployment': {
    physicalId: (deployment) => deployment.uuid(),
    attributes: {
      DestinationBucketArn: (deployment) =>
        deployment.arn('s3', deployment.text('DestinationBucketName') ?? '', { region: '', account: '' }),
    },
  },
};

/** Regions whose website endpoints have a dash: https://docs.aws.amazon.com/general/latest/gr/s3.html#s3_website_region_endpoints */
const DASHED_WEBSITES = new Set([
  'us-east-1', 'us-west-1', 'us-west-2', 'eu-west-1', 'ap-southeast-1', 'ap-southeast-2', 'ap-northeast-1', 'sa-east-1', 'us-gov-west-1',
]);

function tableName(table: DescribedResource): string {
  return table.name('TableName', 255);
}

function tableArn(table: DescribedResource): string {
  return table.arn('dynamodb', `table/${table.physicalId}`);
}

/** The label of a stream is the time when it was made; a fixed one keeps the ARN the same in every run. */
function streamArn(table: DescribedResource): string {
  return `${tableArn(table)}/stream/2024-01-01T00:00:00.000`;
}

function topicName(topic: DescribedResource): string {
  return topic.name('TopicName', 256);
}

function subscriptionArn(subscription: DescribedResource): string {
  return `${subscription.text('TopicArn')}:${subscription.uuid()}`;
}

function queueName(queue: DescribedResource): string {
  return queue.name('QueueName', 80);
}

function queueUrl(queue: DescribedResource): string {
  return `https://sqs.${queue.region}.${queue.urlSuffix}/${queue.account}/${queueName(queue)}`;
}
