import { DescribedResource, identified, named, ResourceTypes } from './resource-type';

/**
 * Lambda, the roles that functions take, their logs and keys.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/ "Return values" of each type
 */
export const COMPUTE_TYPES: ResourceTypes = {
  'AWS::Lambda::Function': named('FunctionName', 64, 'lambda', 'function:'),
  'AWS::Lambda::Version': {
    physicalId: (version) => `${functionArn(version, 'FunctionName')}:1`,
    attributes: { FunctionArn: (version) => version.physicalId, Version: () => '1' },
  },
  'AWS::Lambda::Alias': { physicalId: aliasArn, attributes: { AliasArn: aliasArn } },
  'AWS::Lambda::Url': {
    physicalId: (url) => functionArn(url, 'TargetFunctionArn'),
    attributes: {
      FunctionArn: (url) => url.physicalId,
      // function URLs are on a domain of their own in every partition: https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html
      FunctionUrl: (url) => `https://${url.id(32)}.lambda-url.${url.region}.on.aws/`,
    },
  },
  'AWS::Lambda::Permission': identified(32, 'Id'),
  'AWS::Lambda::EventSourceMapping': {
    physicalId: (mapping) => mapping.uuid(),
    attributes: {
      Id: (mapping) => mapping.physicalId,
      EventSourceMappingArn: (mapping) => mapping.arn('lambda', `event-source-mapping:${mapping.physicalId}`),
    },
  },
  'AWS::Lambda::LayerVersion': { physicalId: layerArn, attributes: { LayerVersionArn: layerArn } },
  'AWS::IAM::Role': {
    ...named('RoleName', 64, 'iam', 'role/'),
    attributes: {
      Arn: (role) => role.arn('iam', `role${role.text('Path') ?? '/'}${role.physicalId}`, { region: '' }),
      RoleId: (role) => `AROA${role.id(17, 'upper')}`,
    },
  },
  'AWS::IAM::Policy': { physicalId: (policy) => policy.id(20), attributes: { Id: (policy) => policy.physicalId } },
  'AWS::IAM::ManagedPolicy': { physicalId: managedPolicyArn, attributes: { PolicyArn: managedPolicyArn } },
  'AWS::Logs::LogGroup': {
    physicalId: (group) => group.name('LogGroupName', 512),
    // the colon and star are part of it: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html
    attributes: { Arn: (group) => group.arn('logs', `log-group:${group.physicalId}:*`) },
  },
  'AWS::KMS::Key': {
    physicalId: (key) => key.uuid(),
    attributes: { Arn: (key) => key.arn('kms', `key/${key.physicalId}`), KeyId: (key) => key.physicalId },
  },
  'AWS::KMS::Alias': { physicalId: (alias) => alias.name('AliasName', 256) },
  'AWS::CloudWatch::Alarm': named('AlarmName', 255, 'cloudwatch', 'alarm:'),
  'AWS::CloudWatch::CompositeAlarm': named('AlarmName', 255, 'cloudwatch', 'alarm:'),
  'AWS::CloudWatch::Dashboard': { physicalId: (dashboard) => dashboard.name('DashboardName', 255) },
  'AWS::SSM::Parameter': {
    physicalId: (parameter) => parameter.name('Name', 512),
    attributes: { Type: (parameter) => parameter.text('Type') ?? '', Value: (parameter) => parameter.text('Value') ?? '' },
  },
};

/** Templates name a function by its name or its ARN. */
function functionArn(resource: DescribedResource, property: string): string {
  const nameOrArn = resource.text(property) ?? '';
  return nameOrArn.startsWith('arn:') ? nameOrArn : resource.arn('lambda', `function:${nameOrArn}`);
}

function aliasArn(alias: DescribedResource): string {
  return `${functionArn(alias, 'FunctionName')}:${alias.text('Name')}`;
}

function layerArn(layer: DescribedResource): string {
  return layer.arn('lambda', `layer:${layer.name('LayerName', 140)}:1`);
}

function managedPolicyArn(policy: DescribedResource): string {
  return policy.arn('iam', `policy${policy.text('Path') ?? '/'}${policy.name('ManagedPolicyName', 128)}`, { region: '' });
}
