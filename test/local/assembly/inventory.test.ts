import { writeAssembly } from './fixture';
import { describeHarmless, describeRefused, inventory, readAssembly } from '../../../src/local/assembly';

async function sorted(resources: Record<string, object>, emulated: string[] = []) {
  return inventory(await readAssembly(writeAssembly({ Todos: { Resources: resources } })), emulated);
}

test('what is emulated, what can be left out, and what would be missed', async () => {
  const { emulated, harmless, refused } = await sorted({
    Table: { Type: 'AWS::DynamoDB::GlobalTable' },
    Alarm: { Type: 'AWS::CloudWatch::Alarm' },
    OtherAlarm: { Type: 'AWS::CloudWatch::Alarm' },
    Vpc: { Type: 'AWS::EC2::VPC' },
    Nightly: { Type: 'AWS::Events::Rule', Metadata: { 'aws:cdk:path': 'Todos/Nightly/Resource' } },
    Cluster: { Type: 'AWS::RDS::DBCluster' },
    Setup: { Type: 'Custom::Setup', Properties: { ServiceToken: { Ref: 'Elsewhere' } } },
  }, ['AWS::DynamoDB::GlobalTable']);

  expect(emulated.map(({ logicalId }) => logicalId)).toEqual(['Table']);
  expect(describeHarmless(harmless)).toBe('2 AWS::CloudWatch::Alarm, 1 AWS::EC2::VPC');
  expect(refused.map(describeRefused)).toEqual([
    'Todos: Nightly (Todos/Nightly/Resource): AWS::Events::Rule cannot be run locally: what it would invoke is never invoked here',
    'Todos: Cluster: AWS::RDS::DBCluster cannot be run locally: nothing is known about its type',
    'Todos: Setup: Custom::Setup cannot be run locally: its provider is a function that acts on AWS at deployment',
  ]);
});

test.each([['email', true], ['https', true], ['lambda', false], ['sqs', false]])('a subscription by %s can be left out: %s', async (Protocol, harmless) => {
  const result = await sorted({ Subscription: { Type: 'AWS::SNS::Subscription', Properties: { Protocol } } });
  expect(result.harmless).toHaveLength(harmless ? 1 : 0);
  expect(result.refused).toHaveLength(harmless ? 0 : 1);
});

test('an emulated function with a property that nobody honours is refused, unless its emulator says that it does', async () => {
  const resources = { Handler: { Type: 'AWS::Lambda::Function', Properties: { Layers: ['arn:aws:lambda:us-east-1:123456789012:layer:tools:1'] } } };
  const { refused } = await sorted(resources, ['AWS::Lambda::Function']);
  expect(refused.map(describeRefused)).toEqual(['Todos: Handler: AWS::Lambda::Function cannot be run locally: Layers: layers are not unpacked here']);
  expect((await sorted(resources, ['AWS::Lambda::Function', 'AWS::Lambda::Function.Layers'])).refused).toEqual([]);
});
