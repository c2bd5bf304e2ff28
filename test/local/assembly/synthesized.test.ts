import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, CfnOutput, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { temporaryFolder, writeFolder } from './fixture';
import { Assembly, describeHarmless, inventory, readAssembly, Resource, Stack as ReadStack } from '../../../src/local/assembly';

let assembly: Assembly;

beforeAll(async () => {
  const app = new App({ outdir: temporaryFolder(), analyticsReporting: false, builtinCloudFormationValidation: false });
  const main = new Stack(app, 'Main');
  const table = newTable(main);
  const handler = new Function(main, 'Handler', {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromAsset(writeFolder({ 'index.js': 'exports.handler = async () => ({});' })),
    environment: { TABLE_NAME: table.tableName },
  });
  table.grantReadData(handler);
  const api = new HttpApi(main, 'Api');
  new BucketDeployment(main, 'Site', {
    sources: [Source.asset(writeFolder({ 'index.html': '<p>page</p>' })), Source.jsonData('config.json', { url: api.apiEndpoint })],
    destinationBucket: new Bucket(main, 'Bucket'),
  });

  const nested = new NestedStack(main, 'Nested');
  const nestedTable = newTable(nested);
  new CfnOutput(nested, 'OfParent', { value: table.tableArn });
  new CfnOutput(main, 'OfNested', { value: nestedTable.tableArn });

  new CfnOutput(new Stack(app, 'Other'), 'Handler', { value: handler.functionArn });
  newTable(new Stack(new Stage(app, 'Prod', { env: { account: '111122223333', region: 'eu-west-1' } }), 'Data'));
  assembly = await readAssembly(app.synth().directory);
});

function newTable(scope: Construct): TableV2 {
  return new TableV2(scope, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } });
}

function stack(id: RegExp): ReadStack {
  return assembly.stacks.find((one) => id.test(one.id))!;
}

function resource(of: ReadStack, type: string): Resource {
  return of.resources.find((one) => one.type === type)!;
}

test('stacks of stages and nested stacks are read, with their environments', () => {
  expect(assembly.stacks.map(({ name, account, region, partition }) => [name, account, region, partition])).toEqual([
    ['Prod-Data', '111122223333', 'eu-west-1', 'aws'],
    ['Main', '123456789012', 'us-east-1', 'aws'],
    [expect.stringMatching(/^Main-Nested\w+-[A-Z0-9]{12}$/), '123456789012', 'us-east-1', 'aws'],
    ['Other', '123456789012', 'us-east-1', 'aws'],
  ]);
});

test('a resource knows its construct, its references are resolved', () => {
  const main = stack(/^Main$/);
  const table = resource(main, 'AWS::DynamoDB::GlobalTable');
  const handler = resource(main, 'AWS::Lambda::Function');
  expect(handler).toMatchObject({
    stackId: 'Main',
    path: 'Main/Handler/Resource',
    properties: {
      Environment: { Variables: { TABLE_NAME: table.physicalId } },
      Role: resource(main, 'AWS::IAM::Role').attributes.Arn,
    },
  });
  const policy = resource(main, 'AWS::IAM::Policy').properties.PolicyDocument as { Statement: Array<{ Resource: unknown }> };
  expect(policy.Statement[0].Resource).toBe(table.attributes.Arn);
});

test('equal logical ids in parent and nested stack keep their own paths', () => {
  expect(resource(stack(/^Main$/), 'AWS::DynamoDB::GlobalTable').path).toBe('Main/Table/Resource');
  expect(resource(stack(/^Main\//), 'AWS::DynamoDB::GlobalTable').path).toBe('Main/Nested/Table/Resource');
});

test('parent and nested stack see what the other passes on', () => {
  const [main, nested] = [stack(/^Main$/), stack(/^Main\//)];
  expect(main.outputs.find(({ key }) => key === 'OfNested')!.value).toBe(resource(nested, 'AWS::DynamoDB::GlobalTable').attributes.Arn);
  expect(nested.outputs.find(({ key }) => key === 'OfParent')!.value).toBe(resource(main, 'AWS::DynamoDB::GlobalTable').attributes.Arn);
});

test('a reference to another stack is followed', () => {
  expect(stack(/^Other$/).outputs).toMatchObject([{ key: 'Handler', value: resource(stack(/^Main$/), 'AWS::Lambda::Function').attributes.Arn }]);
});

test("a function's code leads to the folder that it was made of", () => {
  const { S3Bucket, S3Key } = resource(stack(/^Main$/), 'AWS::Lambda::Function').properties.Code as Record<string, string>;
  const folder = assembly.assetDirectory(S3Key)!;
  expect(readFileSync(join(folder, 'index.js'), 'utf8')).toBe('exports.handler = async () => ({});');
  expect(assembly.assetDirectory(`${S3Bucket}/${S3Key}`)).toBe(folder);
  expect(assembly.assetDirectory('nothing.zip')).toBeUndefined();
});

test("a site's sources and what is written into them are there", () => {
  const main = stack(/^Main$/);
  const { SourceObjectKeys, SourceMarkers, DestinationBucketName } = resource(main, 'Custom::CDKBucketDeployment').properties as Record<string, never>;
  const [page, config] = (SourceObjectKeys as string[]).map((key) => assembly.assetDirectory(key)!);
  expect(readFileSync(join(page, 'index.html'), 'utf8')).toBe('<p>page</p>');
  expect(readFileSync(join(config, 'config.json'), 'utf8')).toContain('<<marker:');
  expect(Object.values(SourceMarkers[1])).toContain(resource(main, 'AWS::ApiGatewayV2::Api').attributes.ApiEndpoint);
  expect(DestinationBucketName).toBe(resource(main, 'AWS::S3::Bucket').physicalId);
});

test('the function behind a custom resource is none of the app', () => {
  const { emulated, harmless, refused } = inventory(assembly, [
    'AWS::DynamoDB::GlobalTable', 'AWS::Lambda::Function', 'AWS::ApiGatewayV2::Api', 'AWS::ApiGatewayV2::Stage', 'Custom::CDKBucketDeployment',
  ]);
  expect(emulated.filter(({ type }) => type === 'AWS::Lambda::Function').map(({ path }) => path)).toEqual(['Main/Handler/Resource']);
  expect(describeHarmless(harmless)).toBe(
    '1 AWS::CloudFormation::Stack, 2 AWS::IAM::Policy, 2 AWS::IAM::Role, 1 AWS::Lambda::Function, 1 AWS::Lambda::LayerVersion, 1 AWS::S3::Bucket',
  );
  expect(refused).toEqual([]);
});
