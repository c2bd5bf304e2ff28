import type { Resource } from '../assembly';
import { PropertyReader } from '../property-reader';
import type { Behavior, Distribution, Origin } from './distribution';
import { readResponseHeadersPolicy } from './response-headers-policy';

/** Types of resources that a distribution is made of. */
export const DISTRIBUTION_TYPES = ['AWS::CloudFront::Distribution', 'AWS::CloudFront::ResponseHeadersPolicy'];

const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const ALL_VIEWER_EXCEPT_HOST_HEADER = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

/** The distributions among the resources. */
export function readDistributions(resources: readonly Resource[]): Distribution[] {
  return resources.filter(({ type }) => type === 'AWS::CloudFront::Distribution').map((resource) => readDistribution(resource, resources));
}

function readDistribution(resource: Resource, resources: readonly Resource[]): Distribution {
  const config = PropertyReader.of(resource).nested('DistributionConfig');
  config.refuse('OriginGroups', 'there is nothing here to fail over to');
  const origins = new Map(config.nestedList('Origins').map((origin) => [origin.text('Id'), readOrigin(origin, resources)]));
  const behaviors = config.nestedList('CacheBehaviors').map((behavior) => readBehavior(behavior, behavior.text('PathPattern'), origins, resources));
  return {
    id: resource.physicalId,
    name: (resource.path ?? resource.logicalId).replace(/(\/Distribution)?\/Resource$/, ''),
    domainName: resource.attributes.DomainName!,
    aliases: config.texts('Aliases'),
    defaultRootObject: config.optionalText('DefaultRootObject'),
    behaviors: [...behaviors, readBehavior(config.nested('DefaultCacheBehavior'), '*', origins, resources)],
    errorResponses: config.nestedList('CustomErrorResponses').map((response) => ({
      errorCode: response.number('ErrorCode') ?? response.fail('ErrorCode', 'it is required'),
      responsePagePath: response.optionalText('ResponsePagePath'),
      responseCode: response.number('ResponseCode'),
    })),
  };
}

function readBehavior(
  behavior: PropertyReader, pathPattern: string, origins: ReadonlyMap<string, Origin>, resources: readonly Resource[],
): Behavior {
  const origin = origins.get(behavior.text('TargetOriginId')) ?? behavior.fail('TargetOriginId', 'it names no origin of the distribution');
  if (behavior.nestedList('FunctionAssociations').length > 0) behavior.fail('FunctionAssociations', 'functions of CloudFront are not run here');
  if (behavior.nestedList('LambdaFunctionAssociations').length > 0) behavior.fail('LambdaFunctionAssociations', 'functions at the edge are not run here');
  behavior.refuse('ForwardedValues', 'only policies are honoured here; give CachePolicyId and OriginRequestPolicyId');
  if (behavior.has('TrustedKeyGroups') || behavior.has('TrustedSigners')) behavior.fail('TrustedKeyGroups', 'signed addresses are not checked here');
  if (origin.kind === 'api') checkApiPolicies(behavior);
  return {
    pathPattern,
    origin,
    allowedMethods: behavior.has('AllowedMethods') ? behavior.texts('AllowedMethods') : ['GET', 'HEAD'],
    responseHeaders: readResponseHeadersPolicy(behavior, resources),
  };
}

/** Here an API gets everything of a request, and nothing is cached: with other policies it would not be so on AWS. */
function checkApiPolicies(behavior: PropertyReader): void {
  if (behavior.optionalText('CachePolicyId') !== CACHING_DISABLED) behavior.fail('CachePolicyId', "an API's answers are not cached here; use CACHING_DISABLED");
  if (behavior.optionalText('OriginRequestPolicyId') !== ALL_VIEWER_EXCEPT_HOST_HEADER) {
    behavior.fail('OriginRequestPolicyId', 'an API gets every header, cookie and parameter here; use ALL_VIEWER_EXCEPT_HOST_HEADER');
  }
}

function readOrigin(origin: PropertyReader, resources: readonly Resource[]): Origin {
  const domainName = origin.text('DomainName');
  const path = origin.optionalText('OriginPath') ?? '';
  if (origin.nestedList('OriginCustomHeaders').length > 0) origin.fail('OriginCustomHeaders', 'headers are not added for the origin here');
  const bucket = resources.find(({ type, attributes }) =>
    type === 'AWS::S3::Bucket' && [attributes.RegionalDomainName, attributes.DomainName].includes(domainName));
  if (bucket) return { kind: 'bucket', bucketName: bucket.physicalId, path };
  const api = resources.find(({ type, attributes }) => type === 'AWS::ApiGatewayV2::Api' && attributes.ApiEndpoint === `https://${domainName}`);
  if (api) return { kind: 'api', domainName, path };
  return origin.fail('DomainName', `'${domainName}' is neither a bucket nor an HTTP API of this app`);
}
