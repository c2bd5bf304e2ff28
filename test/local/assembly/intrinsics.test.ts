import { writeAssembly } from './fixture';
import { readAssembly } from '../../../src/local/assembly';

const TEMPLATE = {
  Parameters: {
    Stage: { Type: 'String', Default: 'dev' },
    Zones: { Type: 'CommaDelimitedList', Default: 'eu-1, eu-2' },
    NoDefault: { Type: 'String' },
    FromSsm: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/my/parameter' },
  },
  Mappings: { Sizes: { dev: { memory: 256 }, prod: { memory: 1024 } } },
  Conditions: {
    IsDev: { 'Fn::Equals': [{ Ref: 'Stage' }, 'dev'] },
    IsProd: { 'Fn::Not': [{ Condition: 'IsDev' }] },
    Both: { 'Fn::And': [{ Condition: 'IsDev' }, { 'Fn::Equals': ['a', 'a'] }] },
    Neither: { 'Fn::Or': [{ Condition: 'IsProd' }, { 'Fn::Equals': ['a', 'b'] }] },
  },
};

/** The value of a property `Value` of a resource beside a table and a resource that is left out. */
async function resolved(value: unknown, template: object = TEMPLATE): Promise<unknown> {
  const assembly = await readAssembly(writeAssembly({
    Todos: {
      ...template,
      Resources: {
        Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'todos' } },
        Absent: { Type: 'AWS::SQS::Queue', Condition: 'IsProd' },
        Subject: { Type: 'Test::Subject', Properties: { Value: value } },
      },
    },
  }));
  return assembly.stacks[0].resources.find(({ logicalId }) => logicalId === 'Subject')!.properties.Value;
}

const TABLE_ARN = 'arn:aws:dynamodb:us-east-1:123456789012:table/todos';

test.each<[string, unknown, unknown]>([
  ['a plain value', { a: [1, 'b', true, null] }, { a: [1, 'b', true, null] }],
  ['Ref to a resource', { Ref: 'Table' }, 'todos'],
  ['Ref to a parameter', { Ref: 'Stage' }, 'dev'],
  ['Ref to a list parameter', { Ref: 'Zones' }, ['eu-1', 'eu-2']],
  ['Ref to the account', { Ref: 'AWS::AccountId' }, '123456789012'],
  ['Ref to the region', { Ref: 'AWS::Region' }, 'us-east-1'],
  ['Ref to the partition', { Ref: 'AWS::Partition' }, 'aws'],
  ['Ref to the URL suffix', { Ref: 'AWS::URLSuffix' }, 'amazonaws.com'],
  ['Ref to the stack name', { Ref: 'AWS::StackName' }, 'Todos'],
  ['Ref to the notification ARNs', { Ref: 'AWS::NotificationARNs' }, []],
  ['Ref to no value, in an object', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
  ['Ref to no value, in a list', [1, { Ref: 'AWS::NoValue' }, 2], [1, 2]],
  ['GetAtt', { 'Fn::GetAtt': ['Table', 'Arn'] }, TABLE_ARN],
  ['GetAtt, dotted', { 'Fn::GetAtt': 'Table.Arn' }, TABLE_ARN],
  ['Sub', { 'Fn::Sub': '${Table}-${Table.Arn}-${AWS::Region}' }, `todos-${TABLE_ARN}-us-east-1`],
  ['Sub with variables', { 'Fn::Sub': ['${a}/${Stage}', { a: { Ref: 'Table' } }] }, 'todos/dev'],
  ['Sub, escaped', { 'Fn::Sub': '${!Literal} $ {}' }, '${Literal} $ {}'],
  ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Table' }, 1, { Ref: 'AWS::NoValue' }]] }, 'a-todos-1'],
  ['Join of a resolved list', { 'Fn::Join': ['+', { Ref: 'Zones' }] }, 'eu-1+eu-2'],
  ['Select', { 'Fn::Select': ['1', ['a', { Ref: 'Table' }]] }, 'todos'],
  ['Split', { 'Fn::Split': ['/', 'a/b'] }, ['a', 'b']],
  ['Select of Split', { 'Fn::Select': [5, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Table', 'Arn'] }] }] }, 'table/todos'],
  ['If, true', { 'Fn::If': ['IsDev', { Ref: 'Table' }, { Ref: 'Missing' }] }, 'todos'],
  ['If, false, to no value', { a: { 'Fn::If': ['IsProd', 1, { Ref: 'AWS::NoValue' }] } }, {}],
  ['If to an object', { 'Fn::If': ['Both', { a: { Ref: 'Stage' } }, 0] }, { a: 'dev' }],
  ['If by Or', { 'Fn::If': ['Neither', 1, 2] }, 2],
  ['FindInMap', { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'memory'] }, 256],
  ['FindInMap, by default', { 'Fn::FindInMap': ['Sizes', 'test', 'memory', { DefaultValue: 128 }] }, 128],
  ['Base64', { 'Fn::Base64': { Ref: 'Table' } }, 'dG9kb3M='],
  ['GetAZs', { 'Fn::GetAZs': '' }, ['us-east-1a', 'us-east-1b', 'us-east-1c']],
  ['Length', { 'Fn::Length': { Ref: 'Zones' } }, 2],
  ['ToJsonString', { 'Fn::ToJsonString': { name: { Ref: 'Table' } } }, '{"name":"todos"}'],
  ['a member named __proto__', JSON.parse('{"a":{"__proto__":{"polluted":1}}}'), JSON.parse('{"a":{"__proto__":{"polluted":1}}}')],
])('%s', async (_name, value, expected) => {
  expect(JSON.parse(JSON.stringify(await resolved(value)))).toEqual(expected);
});

test.each<[string, unknown, string]>([
  ['a dangling Ref', { Ref: 'Tabel' }, 'Ref names Tabel, which is no resource or parameter of the template; correct the name, or synthesize the app again'],
  ['a dangling GetAtt', { 'Fn::GetAtt': ['Tabel', 'Arn'] }, 'Fn::GetAtt names Tabel, which is no resource or parameter of the template; correct the name, or synthesize the app again'],
  ['a resource that is left out', { Ref: 'Absent' }, 'Ref names Absent, which is left out because its condition IsProd is false; correct the name, or synthesize the app again'],
  ['an unknown attribute', { 'Fn::GetAtt': ['Table', 'Colour'] }, 'the attribute Colour of Table (AWS::DynamoDB::Table) is not known here; known are: Arn, StreamArn'],
  ['an unknown pseudo parameter', { Ref: 'AWS::Weather' }, 'AWS::Weather is no pseudo parameter of CloudFormation'],
  ['a parameter without value', { Ref: 'NoDefault' }, 'the parameter NoDefault has no value; give it a default'],
  ['a parameter of SSM', { Ref: 'FromSsm' }, 'the parameter FromSsm is looked up in SSM at deployment (/my/parameter); give a plain value for local use'],
  ['a secret', '{{resolve:secretsmanager:key}}', '{{resolve:secretsmanager:key}} is looked up in AWS at deployment; give a plain value for local use'],
  ['an unknown condition', { 'Fn::If': ['IsTest', 1, 2] }, 'there is no condition IsTest in the template; add it to Conditions'],
  ['an unknown mapping', { 'Fn::FindInMap': ['Sizes', 'test', 'memory'] }, 'the mapping Sizes has no test, memory; add it, or give Fn::FindInMap a DefaultValue'],
  ['an export that is not there', { 'Fn::ImportValue': 'Other:Table' }, 'no stack of the app exports Other:Table in 123456789012/us-east-1; synthesize the stack that does with this one'],
  ['an element that is not there', { 'Fn::Select': [2, ['a', 'b']] }, 'Fn::Select asks for element 2 of 2'],
  ['an object in a Join', { 'Fn::Join': ['', [{ a: 1 }]] }, '{"a":1} stands where a text is needed'],
  ['an attribute of a type without any', { 'Fn::GetAtt': ['Subject', 'Arn'] }, 'the attribute Arn of Subject (Test::Subject) is not known here; known are: none'],
])('names %s with its place', async (_name, value, message) => {
  await expect(resolved({ Deep: [value] }).then(JSON.stringify)).rejects.toThrow(`Todos: Subject.Properties.Value.Deep[0]: ${message}`);
});

test('an unknown intrinsic function is named with those that are known', async () => {
  await expect(resolved({ 'Fn::Transform': {} })).rejects.toThrow(
    /^Todos: Subject\.Properties\.Value: Fn::Transform is not supported here; allowed are Ref, Fn::GetAtt, /,
  );
});

test('an error is raised for the member that is read, and for no other', async () => {
  const value = await resolved({ good: { Ref: 'Table' }, bad: { Ref: 'Missing' } }) as Record<string, unknown>;
  expect(value.good).toBe('todos');
  expect(() => value.bad).toThrow('Todos: Subject.Properties.Value.bad: Ref names Missing');
  expect(() => value.bad).toThrow('Todos: Subject.Properties.Value.bad: Ref names Missing');
});

test('a circle of references is an error, not a stack overflow', async () => {
  const assembly = await readAssembly(writeAssembly({
    Todos: {
      Resources: {
        A: { Type: 'AWS::SNS::Topic', Properties: { TopicName: { Ref: 'B' } } },
        B: { Type: 'AWS::SNS::Topic', Properties: { TopicName: { Ref: 'A' } } },
      },
    },
  }));
  expect(() => assembly.stacks[0].resources[0].physicalId).toThrow('Todos: A: depends on itself; break the circle of references');
});

test('a resource and an output whose condition is false are absent', async () => {
  const { stacks: [stack] } = await readAssembly(writeAssembly({
    Todos: {
      ...TEMPLATE,
      Resources: { Here: { Type: 'AWS::SNS::Topic' }, Gone: { Type: 'AWS::SNS::Topic', Condition: 'IsProd' } },
      Outputs: { Here: { Value: 'a', Description: 'what it is' }, Gone: { Value: { Ref: 'Gone' }, Condition: 'IsProd' } },
    },
  }));
  expect(stack.resources.map(({ logicalId }) => logicalId)).toEqual(['Here']);
  expect(stack.outputs).toMatchObject([{ key: 'Here', value: 'a', description: 'what it is' }]);
});
