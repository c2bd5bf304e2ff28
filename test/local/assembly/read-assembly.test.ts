import { join } from 'node:path';
import { temporaryFolder, writeAssembly, writeFolder } from './fixture';
import { readAssembly } from '../../../src/local/assembly';

test('a folder without manifest is named, with the command that makes one', async () => {
  const folder = temporaryFolder();
  await expect(readAssembly(folder)).rejects.toThrow(
    `${folder}: is not a cloud assembly, it has no manifest.json; run \`cdk synth\` first, or name the folder that it writes`,
  );
});

test('broken JSON is named by its file', async () => {
  const folder = writeFolder({ 'manifest.json': '{ "version": ' });
  await expect(readAssembly(folder)).rejects.toThrow(/manifest\.json: is not valid JSON \(.+\); run `cdk synth` again$/);
});

test('a template that is not there is named by its file', async () => {
  const folder = writeFolder({ 'manifest.json': { artifacts: { Todos: { type: 'aws:cloudformation:stack', properties: { templateFile: 'Todos.template.json' } } } } });
  await expect(readAssembly(folder)).rejects.toThrow(`${join(folder, 'Todos.template.json')}: cannot be read (ENOENT); run \`cdk synth\` again`);
});

test('an export is imported in its own account and region alone', async () => {
  const producer = { Resources: {}, Outputs: { Name: { Value: 'a', Export: { Name: { 'Fn::Sub': '${AWS::StackName}:Name' } } } } };
  const consumer = (name: string) => ({ Resources: {}, Outputs: { Name: { Value: { 'Fn::ImportValue': name } } } });
  const { stacks } = await readAssembly(writeAssembly(
    { Near: producer, Far: producer, UsesNear: consumer('Near:Name'), UsesFar: consumer('Far:Name') },
    { Far: 'aws://111122223333/eu-west-1' },
  ));
  expect(stacks[2].outputs[0].value).toBe('a');
  expect(() => stacks[3].outputs[0].value).toThrow('UsesFar: Outputs.Name.Value: no stack of the app exports Far:Name in 123456789012/us-east-1');
});

test("the output of another region's stack is read by the stack's name", async () => {
  const value = { 'Fn::GetStackOutput': { StackName: 'Far', Region: 'eu-west-1', OutputName: 'Name' } };
  const { stacks } = await readAssembly(writeAssembly(
    { Far: { Outputs: { Name: { Value: 'b' } } }, Near: { Outputs: { Name: { Value: value } } } },
    { Far: 'aws://111122223333/eu-west-1' },
  ));
  expect(stacks[1].outputs[0].value).toBe('b');
});

test('partitions follow the region', async () => {
  const template = { Outputs: { Partition: { Value: { 'Fn::Sub': '${AWS::Partition} ${AWS::URLSuffix}' } } } };
  const { stacks } = await readAssembly(writeAssembly({ China: template, Government: template }, {
    China: 'aws://111122223333/cn-north-1',
    Government: 'aws://111122223333/us-gov-west-1',
  }));
  expect(stacks.map(({ outputs: [{ value }] }) => value)).toEqual(['aws-cn amazonaws.com.cn', 'aws-us-gov amazonaws.com']);
});

test('a nested stack from outside the app is refused', async () => {
  const folder = writeAssembly({ Todos: { Resources: { Child: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'https://s3.amazonaws.com/bucket/key.json' } } } } });
  await expect(readAssembly(folder)).rejects.toThrow(
    'Todos: Child.Properties.TemplateURL: https://s3.amazonaws.com/bucket/key.json is no asset of this assembly; only nested stacks that the app itself synthesizes can run here',
  );
});

test('ids have the shape that AWS gives them, are the same in every run, and differ by stack', async () => {
  const template = {
    Resources: {
      Api: { Type: 'AWS::ApiGatewayV2::Api' },
      Rest: { Type: 'AWS::ApiGateway::RestApi' },
      Pool: { Type: 'AWS::Cognito::UserPool' },
      Function: { Type: 'AWS::Lambda::Function' },
      Url: { Type: 'AWS::Lambda::Url', Properties: { TargetFunctionArn: { Ref: 'Function' } } },
      Bucket: { Type: 'AWS::S3::Bucket' },
      Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs' } },
      Unknown: { Type: 'Test::Unknown' },
    },
  };
  const describe = async () => {
    const { stacks } = await readAssembly(writeAssembly({ One: template, Two: template }));
    return stacks.map(({ resources }) => Object.fromEntries(
      resources.map(({ logicalId, physicalId, attributes }) => [logicalId, { physicalId, ...attributes }]),
    ));
  };
  const [one, two] = await describe();
  expect(await describe()).toEqual([one, two]);
  expect(one.Api.physicalId).not.toBe(two.Api.physicalId);

  const functionArn = /^arn:aws:lambda:us-east-1:123456789012:function:One-Function-[A-Z0-9]{12}$/;
  expect(one).toEqual({
    Api: {
      physicalId: expect.stringMatching(/^[a-z0-9]{10}$/),
      ApiId: one.Api.physicalId,
      ApiEndpoint: `https://${one.Api.physicalId}.execute-api.us-east-1.amazonaws.com`,
      ExecuteApiArn: `arn:aws:execute-api:us-east-1:123456789012:${one.Api.physicalId}`,
    },
    Rest: { physicalId: expect.stringMatching(/^[a-z0-9]{10}$/), RestApiId: one.Rest.physicalId, RootResourceId: expect.stringMatching(/^[a-z0-9]{10}$/) },
    Pool: {
      physicalId: expect.stringMatching(/^us-east-1_[A-Za-z0-9]{9}$/),
      UserPoolId: one.Pool.physicalId,
      Arn: `arn:aws:cognito-idp:us-east-1:123456789012:userpool/${one.Pool.physicalId}`,
      ProviderName: `cognito-idp.us-east-1.amazonaws.com/${one.Pool.physicalId}`,
      ProviderURL: `https://cognito-idp.us-east-1.amazonaws.com/${one.Pool.physicalId}`,
    },
    Function: { physicalId: expect.stringMatching(/^One-Function-[A-Z0-9]{12}$/), Arn: expect.stringMatching(functionArn) },
    Url: {
      physicalId: expect.stringMatching(functionArn),
      FunctionArn: expect.stringMatching(functionArn),
      FunctionUrl: expect.stringMatching(/^https:\/\/[a-z0-9]{32}\.lambda-url\.us-east-1\.on\.aws\/$/),
    },
    Bucket: expect.objectContaining({ physicalId: expect.stringMatching(/^one-bucket-[a-z0-9]{12}$/), Arn: `arn:aws:s3:::${one.Bucket.physicalId}` }),
    Queue: {
      physicalId: 'https://sqs.us-east-1.amazonaws.com/123456789012/jobs',
      Arn: 'arn:aws:sqs:us-east-1:123456789012:jobs',
      QueueName: 'jobs',
      QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/jobs',
    },
    Unknown: { physicalId: expect.stringMatching(/^One-Unknown-[A-Z0-9]{12}$/) },
  });
});

test('generated names keep to the length that the type allows', async () => {
  const stack = 'AStackWithAVeryLongNameThatNobodyWouldLikeToType';
  const logicalId = 'ALogicalIdThatIsAtLeastAsLongAsTheNameOfTheStack';
  const { stacks } = await readAssembly(writeAssembly({ [stack]: { Resources: { [logicalId]: { Type: 'AWS::Lambda::Function' } } } }));
  expect(stacks[0].resources[0].physicalId).toMatch(/^AStackWithAVeryLongNameTh-ALogicalIdThatIsAtLeastAs-[A-Z0-9]{12}$/);
});
