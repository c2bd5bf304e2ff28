import { App, Stack } from 'aws-cdk-lib';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Assembly, readAssembly, Resource } from '../../../src/local/assembly';
import { authorizationRequests, authorize, checkPolicies, Decision, functionPrincipal, policiesOf, Principal } from '../../../src/local/iam';
import { temporaryFolder, writeAssembly } from '../assembly/fixture';

const SESSION = /^arn:aws:sts::123456789012:assumed-role\/Todos-HandlerServiceRole\w+-\w{12}\/Todos-Handler\w+-\w{12}$/;

let resources: Resource[];
let principal: Principal;
let table: Resource;

beforeAll(async () => {
  const app = new App({ outdir: temporaryFolder(), analyticsReporting: false, builtinCloudFormationValidation: false });
  const stack = new Stack(app, 'Todos');
  const todos = new TableV2(stack, 'Table', { partitionKey: { name: '_scope', type: AttributeType.STRING } });
  const handler = new Function(stack, 'Handler', { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline('exports.handler = 1') });
  handler.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:GetItem'], resources: [todos.tableArn] }));
  handler.addToRolePolicy(new PolicyStatement({
    actions: ['dynamodb:PutItem'], resources: [todos.tableArn], conditions: { 'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] } },
  }));
  handler.role!.addManagedPolicy(new ManagedPolicy(stack, 'Managed', {
    statements: [new PolicyStatement({ effect: Effect.DENY, actions: ['dynamodb:DeleteItem'], resources: ['*'] })],
  }));
  resources = everything(await readAssembly(app.synth().directory));
  table = only('AWS::DynamoDB::GlobalTable');
  principal = functionPrincipal(only('AWS::Lambda::Function'), only('AWS::IAM::Role'), resources);
});

function everything(assembly: Assembly): Resource[] {
  return assembly.stacks.flatMap((stack) => stack.resources);
}

function only(type: string): Resource {
  return resources.find((resource) => resource.type === type)!;
}

function call(action: string, input: object): Decision {
  const requests = authorizationRequests(action, { TableName: table.physicalId, ...input }, () => table.attributes.Arn, () => ['_scope']);
  return authorize(principal, requests);
}

test("a role's policies are its inline, attached and managed ones, and all of them can be evaluated", () => {
  expect(checkPolicies(principal.policies)).toEqual([]);
  expect(principal.policies.flatMap(({ Statement }) => Statement)).toMatchObject([
    { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: table.attributes.Arn },
    { Effect: 'Allow', Action: 'dynamodb:PutItem' },
    { Effect: 'Deny', Action: 'dynamodb:DeleteItem' },
  ]);
});

test('what the template allows is allowed', () => {
  expect(call('GetItem', { Key: {} })).toEqual({ allowed: true });
  expect(call('TransactWriteItems', { TransactItems: [{ Put: { TableName: table.physicalId, Item: {} } }] })).toEqual({ allowed: true });
});

test('a denial is in the words of AWS and names the statement that is missing', () => {
  const decision = call('PutItem', { Item: {} });
  expect(decision).toEqual({
    allowed: false,
    message: `User: ${principal.arn} is not authorized to perform: dynamodb:PutItem on resource: ${table.attributes.Arn}`
      + ' because no identity-based policy allows the dynamodb:PutItem action',
    missing: { Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: table.attributes.Arn },
  });
  expect(principal.arn).toMatch(SESSION);
});

test('an explicit denial names the statement that forbids', () => {
  expect(call('DeleteItem', { Key: {} })).toEqual({
    allowed: false,
    message: `User: ${principal.arn} is not authorized to perform: dynamodb:DeleteItem on resource: ${table.attributes.Arn}`
      + ' with an explicit deny in an identity-based policy',
    deniedBy: { Effect: 'Deny', Action: 'dynamodb:DeleteItem', Resource: '*' },
  });
});

test('of a transaction, the first member that is not allowed decides, and the missing statement allows just that', () => {
  const name = table.physicalId;
  const decision = call('TransactWriteItems', { TransactItems: [{ Put: { TableName: name, Item: {} } }, { Update: { TableName: name, Key: {} } }] });
  expect(decision).toMatchObject({
    allowed: false,
    missing: {
      Effect: 'Allow',
      Action: 'dynamodb:UpdateItem',
      Resource: table.attributes.Arn,
      Condition: { 'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': 'TransactWriteItems' } },
    },
  });
});

test('the caller is known to conditions', () => {
  expect(principal.context(new Date('2024-06-01T12:00:00.500Z'))).toMatchObject({
    'aws:PrincipalArn': only('AWS::IAM::Role').attributes.Arn,
    'aws:PrincipalAccount': '123456789012',
    'aws:RequestedRegion': 'us-east-1',
    'aws:CurrentTime': '2024-06-01T12:00:00.500Z',
    'aws:EpochTime': '1717243200',
    'lambda:SourceFunctionArn': only('AWS::Lambda::Function').attributes.Arn,
  });
});

describe('roles written by hand', () => {
  const DOCUMENT = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'dynamodb:Query', Resource: '*' } };

  async function policies(role: object, others: object = {}) {
    const all = everything(await readAssembly(writeAssembly({ Todos: { Resources: { Role: { Type: 'AWS::IAM::Role', Properties: role }, ...others } } })));
    return policiesOf(all[0], all);
  }

  test('inline policies, and a policy resource of one role', async () => {
    const attached = { Type: 'AWS::IAM::RolePolicy', Properties: { RoleName: { Ref: 'Role' }, PolicyName: 'b', PolicyDocument: DOCUMENT } };
    const elsewhere = { Type: 'AWS::IAM::Policy', Properties: { Roles: ['another'], PolicyDocument: DOCUMENT } };
    expect(await policies({ Policies: [{ PolicyName: 'a', PolicyDocument: DOCUMENT }] }, { attached, elsewhere })).toEqual([DOCUMENT, DOCUMENT]);
  });

  test('a policy of AWS counts with what it says about DynamoDB', async () => {
    expect(await policies({
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole', 'arn:aws-cn:iam::aws:policy/AmazonDynamoDBFullAccess'],
    })).toEqual([
      { Version: '2012-10-17', Statement: [] },
      { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['dynamodb:*'], Resource: '*' }] },
    ]);
  });

  test.each<[string, object, string]>([
    ['another policy of AWS', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/PowerUserAccess'] },
      'Todos: Role: what the policy arn:aws:iam::aws:policy/PowerUserAccess allows is not known here; write its statements into the template'],
    ['a permissions boundary', { PermissionsBoundary: 'arn:aws:iam::123456789012:policy/boundary' },
      'Todos: Role: has a permissions boundary, which is not evaluated here; leave it out for local use'],
  ])('%s is a named error', (_name, role, message) => expect(policies(role)).rejects.toThrow(message));

  test('tags of the role are known to conditions', async () => {
    const all = everything(await readAssembly(writeAssembly({
      Todos: {
        Resources: {
          Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'reader', Path: '/team/', Tags: [{ Key: 'team', Value: 'blue' }] } },
          Handler: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'handler' } },
        },
      },
    })));
    const reader = functionPrincipal(all[1], all[0], all);
    expect(reader.context(new Date())).toMatchObject({ 'aws:PrincipalTag/team': 'blue', 'aws:PrincipalArn': 'arn:aws:iam::123456789012:role/team/reader' });
    expect(reader.arn).toBe('arn:aws:sts::123456789012:assumed-role/reader/handler');
  });
});
