import { DescribedResource, identified, ResourceTypes } from './resource-type';

/**
 * API Gateway, CloudFront, Cognito, WAF.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/ "Return values" of each type
 */
export const WEB_TYPES: ResourceTypes = {
  'AWS::ApiGatewayV2::Api': {
    physicalId: (api) => api.id(10),
    attributes: {
      ApiId: (api) => api.physicalId,
      ApiEndpoint: (api) => `https://${api.physicalId}.execute-api.${api.region}.${api.urlSuffix}`,
      ExecuteApiArn: (api) => api.arn('execute-api', api.physicalId),
    },
  },
  'AWS::ApiGatewayV2::Stage': { physicalId: stageName },
  'AWS::ApiGatewayV2::Route': identified(7, 'RouteId'),
  'AWS::ApiGatewayV2::Integration': identified(7, 'IntegrationId'),
  'AWS::ApiGatewayV2::Authorizer': identified(6, 'AuthorizerId'),
  'AWS::ApiGatewayV2::Deployment': identified(6, 'DeploymentId'),

  'AWS::ApiGateway::RestApi': {
    physicalId: (api) => api.id(10),
    attributes: { RestApiId: (api) => api.physicalId, RootResourceId: (api) => api.id(10, 'lower', 'root') },
  },
  'AWS::ApiGateway::Resource': identified(6, 'ResourceId'),
  'AWS::ApiGateway::Method': identified(20),
  'AWS::ApiGateway::Deployment': identified(6, 'DeploymentId'),
  'AWS::ApiGateway::Stage': { physicalId: stageName },
  'AWS::ApiGateway::Model': { physicalId: (model) => model.text('Name') ?? model.id(20) },
  'AWS::ApiGateway::RequestValidator': identified(6, 'RequestValidatorId'),
  'AWS::ApiGateway::GatewayResponse': identified(20, 'Id'),
  'AWS::ApiGateway::Authorizer': identified(6, 'AuthorizerId'),
  'AWS::ApiGateway::ApiKey': identified(10, 'APIKeyId'),
  'AWS::ApiGateway::UsagePlan': identified(6, 'Id'),
  'AWS::ApiGateway::UsagePlanKey': {
    physicalId: (key) => `${key.text('KeyId')}:${key.text('UsagePlanId')}`,
    attributes: { Id: (key) => key.physicalId },
  },
  'AWS::ApiGateway::Account': identified(20, 'Id'),
  'AWS::ApiGateway::ClientCertificate': identified(6, 'ClientCertificateId'),

  'AWS::CloudFront::Distribution': {
    physicalId: (distribution) => `E${distribution.id(13, 'upper')}`,
    attributes: {
      Id: (distribution) => distribution.physicalId,
      DomainName: (distribution) => `d${distribution.id(13, 'lower', 'domain')}.cloudfront.net`,
    },
  },
  'AWS::CloudFront::Function': {
    physicalId: cloudFrontFunctionArn,
    attributes: { 'FunctionARN': cloudFrontFunctionArn, 'FunctionMetadata.FunctionARN': cloudFrontFunctionArn, 'Stage': () => 'LIVE' },
  },
  'AWS::CloudFront::OriginAccessControl': { physicalId: edgeId, attributes: { Id: edgeId } },
  'AWS::CloudFront::CloudFrontOriginAccessIdentity': {
    physicalId: edgeId,
    attributes: { Id: edgeId, S3CanonicalUserId: (identity) => identity.id(64) },
  },
  'AWS::CloudFront::CachePolicy': policy(),
  'AWS::CloudFront::OriginRequestPolicy': policy(),
  'AWS::CloudFront::ResponseHeadersPolicy': policy(),

  'AWS::Cognito::UserPool': {
    physicalId: (pool) => `${pool.region}_${pool.id(9, 'mixed')}`,
    attributes: {
      UserPoolId: (pool) => pool.physicalId,
      Arn: (pool) => pool.arn('cognito-idp', `userpool/${pool.physicalId}`),
      ProviderName: providerName,
      ProviderURL: (pool) => `https://${providerName(pool)}`,
    },
  },
  'AWS::Cognito::UserPoolClient': {
    physicalId: (client) => client.id(26),
    attributes: {
      ClientId: (client) => client.physicalId,
      ClientSecret: (client) => client.id(52, 'lower', 'secret'),
      Name: (client) => client.name('ClientName', 128),
    },
  },
  'AWS::Cognito::UserPoolDomain': { physicalId: (domain) => domain.text('Domain') ?? domain.id(20) },
  'AWS::WAFv2::WebACL': {
    physicalId: (acl) => `${acl.name('Name', 128)}|${acl.uuid()}|${acl.text('Scope')}`,
    attributes: {
      Id: (acl) => acl.uuid(),
      Arn: (acl) => acl.arn('wafv2', `${acl.text('Scope') === 'CLOUDFRONT' ? 'global' : 'regional'}/webacl/${acl.name('Name', 128)}/${acl.uuid()}`),
    },
  },
};

function stageName(stage: DescribedResource): string {
  return stage.text('StageName') ?? '$default';
}

function edgeId(resource: DescribedResource): string {
  return `E${resource.id(13, 'upper')}`;
}

function cloudFrontFunctionArn(resource: DescribedResource): string {
  return resource.arn('cloudfront', `function/${resource.name('Name', 64)}`, { region: '' });
}

function policy() {
  return { physicalId: (resource: DescribedResource) => resource.uuid(), attributes: { Id: (resource: DescribedResource) => resource.uuid() } };
}

function providerName(pool: DescribedResource): string {
  return `cognito-idp.${pool.region}.${pool.urlSuffix}/${pool.physicalId}`;
}
