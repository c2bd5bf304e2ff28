import { checkPolicies, Statement } from '../../../src/local/iam';

const TABLE = 'arn:aws:dynamodb:us-east-1:123456789012:table/todos';

function faults(statement: object): string[] {
  return checkPolicies([{ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: TABLE, ...statement } as Statement }]);
}

test('a policy that can be evaluated has no faults', () => {
  expect(faults({
    Condition: {
      'ForAllValues:StringLikeIfExists': { 'dynamodb:LeadingKeys': '${aws:PrincipalTag/team}-*' },
      'Null': { 'aws:TokenIssueTime': 'false', 'dynamodb:Attributes': 'true' },
      'StringEquals': { 'AWS:PRINCIPALTAG/Team': "${aws:userid, 'nobody'}${*}" },
    },
  })).toEqual([]);
});

test.each<[string, object, string]>([
  ['an unknown operator', { Condition: { StringEqual: { 'aws:userid': 'a' } } }, 'unknown condition operator StringEqual; known are Null, StringEquals, '],
  ['Null with IfExists', { Condition: { NullIfExists: { 'aws:userid': 'true' } } }, 'unknown condition operator NullIfExists; '],
  ['Null of sets', { Condition: { 'ForAnyValue:Null': { 'aws:userid': 'true' } } }, 'unknown condition operator ForAnyValue:Null; '],
  ['a method of objects as operator', { Condition: { constructor: { 'aws:userid': 'a' } } }, 'unknown condition operator constructor; '],
  ['an unknown key', { Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } }, 'the condition key aws:SourceVpce has no value that is known locally'],
  ['an unknown variable', { Resource: `${TABLE}-\${aws:PrincipalOrgID}` }, 'the variable ${aws:PrincipalOrgID} has no value that is known locally'],
  ['a key of several values as one', { Condition: { StringEquals: { 'dynamodb:LeadingKeys': 'a' } } },
    'the condition key dynamodb:LeadingKeys has several values; put ForAllValues: or ForAnyValue: before StringEquals'],
  ['an effect of its own', { Effect: 'allow' }, 'Effect is "allow"; allowed are Allow and Deny'],
  ['both Action and NotAction', { NotAction: 's3:*' }, 'needs either Action or NotAction'],
  ['no resource', { Resource: undefined }, 'needs either Resource or NotResource'],
  ['a wildcard for services', { Action: 'dynamo*:GetItem' }, 'dynamo*:GetItem is no action; write * or SERVICE:ACTION, with wildcards in ACTION alone'],
])('names %s', (_name, statement, message) => {
  const found = faults(statement);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(`policy 1, statement 1: ${message}`);
});

test('statements about other services are not looked at', () => {
  const Condition = { StringEquals: { 'kms:ViaService': 'dynamodb.us-east-1.amazonaws.com' } };
  expect(faults({ Action: ['kms:Decrypt', 'kms:DescribeKey'], Condition })).toEqual([]);
  expect(faults({ Action: ['kms:Decrypt', '*'], Condition })).toHaveLength(1);
  expect(faults({ Action: undefined, NotAction: 's3:*', Condition })).toHaveLength(1);
});

test('each fault has its place', () => {
  const good: Statement = { Effect: 'Allow', Action: '*', Resource: '*' };
  const bad: Statement = { ...good, Sid: 'Bad', Condition: { Like: { 'aws:SourceIp': '10.0.0.1' } } };
  expect(checkPolicies([{ Statement: good }, { Statement: [good, bad] }]).map((fault) => fault.slice(0, 50))).toEqual([
    'policy 2, statement 2 (Bad): unknown condition ope',
    'policy 2, statement 2 (Bad): the condition key aws',
  ]);
});
