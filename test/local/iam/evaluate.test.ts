import { Conditions, Context, evaluate, Evaluation, PolicyDocument, Statement } from '../../../src/local/iam';

const TABLE = 'arn:aws:dynamodb:us-east-1:123456789012:table/todos';

/** Decides by one statement, which allows everything of DynamoDB but for what is said of it here. */
function decide(statement: Partial<Statement>, context: Context = {}, { action = 'dynamodb:GetItem', resource = TABLE, version = '2012-10-17' } = {}) {
  const whole: Statement = {
    Effect: 'Allow',
    ...('NotAction' in statement ? {} : { Action: 'dynamodb:*' }),
    ...('NotResource' in statement ? {} : { Resource: '*' }),
    ...statement,
  };
  return evaluate([{ Version: version, Statement: whole }], { action, resource, context }).decision;
}

const holds = (Condition: Conditions, context: Context, version?: string) => decide({ Condition }, context, { version }) === 'allowed';

describe('which statement decides', () => {
  const request = { action: 'dynamodb:GetItem', resource: TABLE, context: {} };
  const allow: Statement = { Sid: 'Allow', Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: TABLE };
  const deny: Statement = { Sid: 'Deny', Effect: 'Deny', Action: '*', Resource: '*' };

  test.each<[string, PolicyDocument[], Evaluation]>([
    ['no policy', [], { decision: 'implicitDeny' }],
    ['an Allow', [{ Statement: allow }], { decision: 'allowed', statement: allow }],
    ['a Deny before an Allow', [{ Statement: [deny, allow] }], { decision: 'explicitDeny', statement: deny }],
    ['a Deny after an Allow', [{ Statement: allow }, { Statement: [deny] }], { decision: 'explicitDeny', statement: deny }],
  ])('%s', (_name, policies, expected) => expect(evaluate(policies, request)).toEqual(expected));
});

describe('actions', () => {
  test.each([
    ['dynamodb:GetItem', true], ['DynamoDB:getitem', true], ['dynamodb:*', true], ['*', true], ['dynamodb:Get*', true], ['dynamodb:?etItem', true],
    ['dynamodb:PutItem', false], ['dynamodb:Get', false], ['s3:*', false], ['dynamodb:GetItem?', false],
  ])('%s: %s', (Action, fits) => {
    expect(decide({ Action })).toBe(fits ? 'allowed' : 'implicitDeny');
    expect(decide({ NotAction: Action })).toBe(fits ? 'implicitDeny' : 'allowed');
  });
});

describe('resources', () => {
  test.each([
    [TABLE, true], ['*', true], ['arn:aws:dynamodb:*:*:table/todos', true], ['arn:aws:dynamodb:us-*:1*2:table/*', true], ['arn:aws:dynamodb:us-east-?:*:*', true],
    [`${TABLE}*`, true], [`${TABLE}/*`, false], [`${TABLE}/index/*`, false], ['arn:aws:dynamodb:us-east-1:123456789012:table/TODOS', false],
    ['arn:aws:dynamodb:eu-*:*:table/todos', false], ['arn:aws:s3:::todos', false],
    // incomplete: the missing fields are *
    ['arn:aws:dynamodb', true], ['arn:aws:dynamodb:us-east-1', true], ['arn:aws:s3', false], ['arn:aws:dynamodb:eu-west-1:*', false],
    // a wildcard inside a field does not pass its colon
    ['arn:aws:dynamodb:us-east-1*todos', false], ['arn:aws:dynamodb:us-east-1?123456789012:table/todos', false],
  ])('%s: %s', (Resource, fits) => {
    expect(decide({ Resource })).toBe(fits ? 'allowed' : 'implicitDeny');
    expect(decide({ NotResource: Resource })).toBe(fits ? 'implicitDeny' : 'allowed');
  });

  test('a star at the end of a field may run past its colon', () => {
    const resource = 'arn:aws:lambda:us-east-1:123456789012:function:todos:live';
    expect(decide({ Action: '*', Resource: 'arn:aws:lambda:us*:function:todos:live:*' }, {}, { resource })).toBe('implicitDeny');
    expect(decide({ Action: '*', Resource: 'arn:aws:lambda:us*:function:todos:live' }, {}, { resource })).toBe('allowed');
    expect(decide({ Action: '*', Resource: 'arn:aws:lambda:us-*-1:function:todos:live' }, {}, { resource })).toBe('implicitDeny');
  });

  test('in the last field wildcards match colons', () => {
    const resource = `${TABLE}/stream/2024-01-01T00:00:00.000`;
    expect(decide({ Resource: `${TABLE}/stream/*` }, {}, { resource })).toBe('allowed');
    expect(decide({ Resource: `${TABLE}/stream/2024-01-01T00?00*000` }, {}, { resource })).toBe('allowed');
  });

  test('a pattern made to be slow is not', () => {
    const resource = `${TABLE}${'a'.repeat(2000)}`;
    expect(decide({ Resource: `arn:aws:dynamodb:us-east-1:123456789012:${'*a'.repeat(40)}b` }, {}, { resource })).toBe('implicitDeny');
  });
});

describe('variables', () => {
  const at = (name: string) => ({ Resource: `arn:aws:dynamodb:us-east-1:123456789012:table/${name}` });

  test.each<[string, string, Context, boolean]>([
    ['a value', '${aws:PrincipalTag/Team}', { 'aws:principaltag/team': 'todos' }, true],
    ['another value', '${aws:PrincipalTag/team}', { 'aws:PrincipalTag/team': 'others' }, false],
    ['no value', '${aws:PrincipalTag/team}', {}, false],
    ['a default', "${aws:PrincipalTag/team, 'todos'}", {}, true],
    ['a value before a default', "${aws:PrincipalTag/team, 'todos'}", { 'aws:PrincipalTag/team': 'others' }, false],
    ['a value that holds a wildcard', '${aws:PrincipalTag/team}', { 'aws:PrincipalTag/team': '*' }, false],
    ['several values', '${dynamodb:LeadingKeys}', { 'dynamodb:LeadingKeys': ['todos'] }, false],
    ['an escaped wildcard', '${*}', {}, false],
  ])('%s', (_name, table, context, fits) => expect(decide(at(table), context)).toBe(fits ? 'allowed' : 'implicitDeny'));

  test('a value with colons stays in its field', () => {
    const resource = 'arn:aws:dynamodb:us-east-1:123456789012:table/AROA:session';
    expect(decide(at('${aws:userid}'), { 'aws:userid': 'AROA:session' }, { resource })).toBe('allowed');
  });

  test('without a value, NotResource does not apply either', () => {
    expect(decide({ NotResource: 'arn:aws:s3:::${aws:username}' })).toBe('implicitDeny');
  });

  test('the language of 2008 has none', () => {
    const condition = { StringEquals: { 'aws:PrincipalTag/team': '${aws:userid}' } };
    expect(holds(condition, { 'aws:PrincipalTag/team': 'me', 'aws:userid': 'me' })).toBe(true);
    expect(holds(condition, { 'aws:PrincipalTag/team': '${aws:userid}', 'aws:userid': 'me' }, '2008-10-17')).toBe(true);
    expect(holds(condition, { 'aws:PrincipalTag/team': 'me', 'aws:userid': 'me' }, '2008-10-17')).toBe(false);
  });
});

describe('conditions on one value', () => {
  const TAG = 'aws:PrincipalTag/team';

  test.each<[string, string | number | boolean | string[], string, boolean]>([
    ['StringEquals', 'a', 'a', true], ['StringEquals', 'a', 'A', false], ['StringEquals', 'a*', 'ab', false], ['StringEquals', ['a', 'b'], 'b', true],
    ['StringEquals', '${*}', '*', true], ['StringNotEquals', 'a', 'b', true], ['StringNotEquals', ['a', 'b'], 'b', false],
    ['StringEqualsIgnoreCase', 'A', 'a', true], ['StringNotEqualsIgnoreCase', 'A', 'a', false],
    ['StringLike', 'a*', 'ab', true], ['StringLike', 'a?', 'ab', true], ['StringLike', 'a?', 'a', false], ['StringLike', '*b*', 'abc', true],
    ['StringLike', 'a.c', 'abc', false], ['StringLike', '*', 'a\nb', true], ['StringLike', 'A*', 'ab', false], ['StringNotLike', 'a*', 'ab', false],
    ['StringNotLike', ['x', 'y*'], 'ab', true],
    ['ArnLike', 'arn:aws:iam::*:role/*', 'arn:aws:iam::123456789012:role/a', true],
    ['ArnEquals', 'arn:aws:iam::*:role/*', 'arn:aws:iam::123456789012:role/a', true],
    ['ArnLike', 'arn:aws:x:*:111122223333:finance/*', 'arn:aws:x:us-east-2:999999999999:store/abc:111122223333:finance/document.txt', false],
    ['ArnNotLike', 'arn:aws:iam::*:role/b', 'arn:aws:iam::123456789012:role/a', true],
    ['ArnNotEquals', 'arn:aws:iam::*:role/a', 'arn:aws:iam::123456789012:role/a', false],
    ['ArnLike', 'arn:aws:iam', 'arn:aws:iam::123456789012:role/a', false], ['ArnNotLike', 'arn:aws:iam::*:role/a', 'no-arn', false],
    ['NumericEquals', '1', '1.0', true], ['NumericEquals', 1, '1', true], ['NumericNotEquals', '1', '2', true], ['NumericLessThan', '2', '1', true],
    ['NumericLessThan', '1', '1', false], ['NumericLessThanEquals', '1', '1', true], ['NumericGreaterThan', '1', '2', true],
    ['NumericGreaterThanEquals', '2', '1', false], ['NumericEquals', 'x', 'x', false], ['NumericNotEquals', 'x', '1', false], ['NumericEquals', '', '0', false],
    ['DateEquals', '2024-01-01T01:00:00+01:00', '2024-01-01T00:00:00Z', true], ['DateEquals', '1704067200', '2024-01-01T00:00:00Z', true],
    ['DateEquals', '2024', '2024-01-01T00:00:00Z', true], ['DateNotEquals', '2024-01-01', '2024-01-02', true],
    ['DateLessThan', '2024-01-02', '2024-01-01T12:00:00Z', true], ['DateLessThanEquals', '2024-01-01', '2024-01-01', true],
    ['DateGreaterThan', '2024-01-01', '2023-12-31', false], ['DateGreaterThanEquals', '2024-01-01', '2024-01-01', true],
    ['DateNotEquals', 'tomorrow', '2024-01-01', false],
    ['Bool', 'TRUE', 'true', true], ['Bool', true, 'true', true], ['Bool', 'false', 'true', false], ['Bool', 'yes', 'yes', false],
    ['BinaryEquals', 'YQ==', 'YQ==', true], ['BinaryEquals', 'YQ==', 'Yg==', false],
    ['IpAddress', '10.0.0.0/8', '10.1.2.3', true], ['IpAddress', '10.1.2.3', '10.1.2.3', true], ['IpAddress', '10.1.2.4', '10.1.2.3', false],
    ['IpAddress', '0.0.0.0/0', '10.1.2.3', true], ['IpAddress', '2001:db8::/32', '2001:DB8:0::1', true], ['IpAddress', '10.0.0.0/8', '2001:db8::1', false],
    ['NotIpAddress', '10.0.0.0/8', '11.1.2.3', true], ['NotIpAddress', '10.0.0.0/8', '2001:db8::1', true], ['NotIpAddress', '10.0.0.0/33', '11.1.2.3', false],
    ['NotIpAddress', 'somewhere', '11.1.2.3', false],
  ])('%s %p of %p: %s', (operator, stated, requested, expected) => {
    expect(holds({ [operator]: { [TAG]: stated } }, { [TAG]: requested })).toBe(expected);
  });

  test.each<[string, boolean]>([
    ['StringEquals', false], ['StringNotEquals', true], ['StringLikeIfExists', true], ['StringNotLike', true], ['ArnLike', false], ['ArnNotEquals', true],
    ['NumericEquals', false], ['NumericNotEquals', true], ['DateLessThan', false], ['DateNotEquals', true], ['Bool', false], ['BoolIfExists', true],
    ['IpAddress', false], ['NotIpAddress', true], ['ForAllValues:StringEquals', true], ['ForAnyValue:StringEquals', false],
    ['ForAnyValue:StringNotEquals', false], ['ForAnyValue:StringEqualsIfExists', true],
  ])('%s of a key that the request has not: %s', (operator, expected) => {
    expect(holds({ [operator]: { [TAG]: 'true' } }, {})).toBe(expected);
  });

  test.each<[string, Context, boolean]>([['true', {}, true], ['false', {}, false], ['true', { [TAG]: 'a' }, false], ['false', { [TAG]: 'a' }, true]])(
    'Null %s of %p: %s', (stated, context, expected) => expect(holds({ Null: { [TAG]: stated } }, context)).toBe(expected),
  );

  test('a variable without value fits nothing, negated or not, and leaves the other values alone', () => {
    expect(holds({ StringEquals: { [TAG]: '${aws:username}' } }, { [TAG]: 'a' })).toBe(false);
    expect(holds({ StringNotEquals: { [TAG]: '${aws:username}' } }, { [TAG]: 'a' })).toBe(false);
    expect(holds({ StringEquals: { [TAG]: ['${aws:username}', 'a'] } }, { [TAG]: 'a' })).toBe(true);
  });

  test('all operators and all their keys must hold', () => {
    const condition = { StringEquals: { 'aws:PrincipalTag/a': '1', 'aws:PrincipalTag/b': '2' }, Bool: { 'aws:SecureTransport': 'true' } };
    const context = { 'aws:PrincipalTag/a': '1', 'aws:PrincipalTag/b': '2', 'aws:SecureTransport': 'true' };
    expect(holds(condition, context)).toBe(true);
    for (const key of Object.keys(context)) expect(holds(condition, { ...context, [key]: 'false' })).toBe(false);
  });
});

describe('conditions on several values', () => {
  const KEYS = 'dynamodb:LeadingKeys';

  test.each<[string, string[], boolean]>([
    ['ForAllValues:StringEquals', ['a'], true], ['ForAllValues:StringEquals', ['a', 'b'], true], ['ForAllValues:StringEquals', ['a', 'c'], false],
    ['ForAllValues:StringEquals', [], true], ['ForAllValues:StringNotEquals', ['c', 'd'], true], ['ForAllValues:StringNotEquals', ['a', 'c'], false],
    ['ForAnyValue:StringEquals', ['a', 'c'], true], ['ForAnyValue:StringEquals', ['c'], false], ['ForAnyValue:StringEquals', [], false],
    ['ForAnyValue:StringNotEquals', ['a', 'c'], true], ['ForAnyValue:StringNotEquals', ['a', 'b'], false],
    // without a set operator nothing is granted, whatever the values
    ['StringEquals', ['a'], false], ['StringNotEquals', ['c'], false], ['StringEqualsIfExists', ['a'], false],
  ])('%s [a, b] of %p: %s', (operator, requested, expected) => {
    expect(holds({ [operator]: { [KEYS]: ['a', 'b'] } }, { [KEYS]: requested })).toBe(expected);
  });

  test('one value is a set of one', () => {
    const condition = { 'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] } };
    expect(holds(condition, { 'dynamodb:EnclosingOperation': 'TransactWriteItems' })).toBe(true);
    expect(holds(condition, {})).toBe(false);
  });
});
