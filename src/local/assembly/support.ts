import { Properties } from './assembly';

/** What becomes of a resource that is not emulated. */
export interface Verdict {
  readonly harmless: boolean;
  /** Completes "is not run here: …". */
  readonly reason: string;
}

/** A verdict, or one that depends on the resource's properties. */
export type Judgement = Verdict | ((properties: Properties) => Verdict);

const ON_AWS_ONLY = harmless('it watches or guards the deployed app, and changes no answer');
const PASSIVE = harmless('it matters by the resources that use it');
const NETWORK = harmless('functions run on the network of this machine');
const NOT_TRIGGERED = refused('what it would invoke is never invoked here');

/**
 * Types that a template may have without being emulated, and types that would be missed; `*` ends a prefix, the longest
 * match counts. A type that is not listed is refused: nobody has judged it yet.
 */
const JUDGEMENTS: Readonly<Record<string, Judgement>> = {
  'AWS::CDK::Metadata': harmless('it tells AWS which constructs the app uses'),
  'AWS::CloudFormation::Stack': harmless('its resources are judged one by one'),
  'AWS::CloudFormation::WaitCondition*': PASSIVE,

  'AWS::CloudWatch::*': ON_AWS_ONLY,
  'AWS::Logs::*': ON_AWS_ONLY,
  'AWS::Logs::SubscriptionFilter': NOT_TRIGGERED,
  'AWS::XRay::*': ON_AWS_ONLY,
  'AWS::CloudTrail::*': ON_AWS_ONLY,
  'AWS::Backup::*': ON_AWS_ONLY,
  'AWS::ApplicationAutoScaling::*': ON_AWS_ONLY,
  'AWS::ServiceCatalogAppRegistry::*': ON_AWS_ONLY,
  'AWS::ResourceGroups::Group': ON_AWS_ONLY,
  'AWS::WAFv2::*': ON_AWS_ONLY,
  'AWS::KinesisFirehose::DeliveryStream': PASSIVE,

  'AWS::IAM::*': PASSIVE,
  'AWS::KMS::*': PASSIVE,
  'AWS::SSM::Parameter': PASSIVE,
  'AWS::SecretsManager::*': PASSIVE,
  'AWS::S3::Bucket*': PASSIVE,
  'AWS::SNS::Topic*': PASSIVE,
  'AWS::SNS::Subscription': judgeSubscription,
  'AWS::SQS::Queue*': PASSIVE,
  'AWS::Events::EventBus*': PASSIVE,
  'AWS::Events::Rule': NOT_TRIGGERED,
  'AWS::Scheduler::*': NOT_TRIGGERED,
  'AWS::Pipes::Pipe': NOT_TRIGGERED,
  'AWS::Lambda::EventSourceMapping': NOT_TRIGGERED,
  'AWS::Cognito::UserPool*': PASSIVE,

  'AWS::Lambda::Permission': PASSIVE,
  'AWS::Lambda::Version': PASSIVE,
  'AWS::Lambda::Alias': PASSIVE,
  'AWS::Lambda::LayerVersion*': PASSIVE,
  'AWS::Lambda::EventInvokeConfig': PASSIVE,
  'AWS::Lambda::CodeSigningConfig': ON_AWS_ONLY,

  'AWS::ApiGateway::Account': ON_AWS_ONLY,
  'AWS::ApiGateway::ClientCertificate': PASSIVE,
  'AWS::ApiGateway::Documentation*': PASSIVE,
  'AWS::ApiGateway::DomainName*': harmless('the API is served at an address of this machine'),
  'AWS::ApiGateway::BasePathMapping*': harmless('the API is served at an address of this machine'),
  'AWS::ApiGatewayV2::Deployment': PASSIVE,
  'AWS::ApiGatewayV2::DomainName': harmless('the API is served at an address of this machine'),
  'AWS::ApiGatewayV2::ApiMapping': harmless('the API is served at an address of this machine'),
  'AWS::CloudFront::CachePolicy': PASSIVE,
  'AWS::CloudFront::OriginRequestPolicy': PASSIVE,
  'AWS::CloudFront::ResponseHeadersPolicy': PASSIVE,
  'AWS::CloudFront::OriginAccessControl': PASSIVE,
  'AWS::CloudFront::CloudFrontOriginAccessIdentity': PASSIVE,
  'AWS::CloudFront::MonitoringSubscription': ON_AWS_ONLY,
  'AWS::CloudFront::Function': refused('what it does to requests and answers is not done here'),
  'AWS::Route53::*': harmless('the API is served at an address of this machine'),
  'AWS::CertificateManager::*': harmless('the API is served at an address of this machine'),

  'AWS::EC2::VPC*': NETWORK,
  'AWS::EC2::Subnet*': NETWORK,
  'AWS::EC2::Route*': NETWORK,
  'AWS::EC2::SecurityGroup*': NETWORK,
  'AWS::EC2::InternetGateway': NETWORK,
  'AWS::EC2::EgressOnlyInternetGateway': NETWORK,
  'AWS::EC2::NatGateway': NETWORK,
  'AWS::EC2::EIP*': NETWORK,
  'AWS::EC2::NetworkAcl*': NETWORK,
  'AWS::EC2::FlowLog': ON_AWS_ONLY,

  'Custom::S3AutoDeleteObjects': harmless('it acts when the stack is deleted'),
  'Custom::LogRetention': ON_AWS_ONLY,
  'Custom::VpcRestrictDefaultSG': NETWORK,
  'Custom::DynamoDBReplica': harmless('one region is run here'),
  'Custom::*': refused('its provider is a function that acts on AWS at deployment'),
  'AWS::CloudFormation::CustomResource': refused('its provider is a function that acts on AWS at deployment'),
};

/**
 * Properties of emulated types that would be missed if nobody honours them. An emulator that does says so by listing
 * `TYPE.PROPERTY` beside its types.
 */
export const REFUSED_PROPERTIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'AWS::Lambda::Function': {
    Layers: 'layers are not unpacked here',
    FileSystemConfigs: 'file systems are not mounted here',
    ImageConfig: 'container images are not run here',
  },
};

const UNKNOWN = refused('nothing is known about its type');

export function judge(type: string, properties: Properties): Verdict {
  const judgement = JUDGEMENTS[mostSpecific(type)] ?? UNKNOWN;
  return typeof judgement === 'function' ? judgement(properties) : judgement;
}

function mostSpecific(type: string): string {
  const matches = Object.keys(JUDGEMENTS).filter((pattern) => (pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern));
  return matches.sort((a, b) => b.length - a.length)[0] ?? '';
}

/** People are written to on AWS alone; a queue or a function would miss its messages. */
function judgeSubscription({ Protocol }: Properties): Verdict {
  return ['email', 'email-json', 'sms', 'http', 'https'].includes(String(Protocol)) ? ON_AWS_ONLY : NOT_TRIGGERED;
}

function harmless(reason: string): Verdict {
  return { harmless: true, reason };
}

function refused(reason: string): Verdict {
  return { harmless: false, reason };
}
