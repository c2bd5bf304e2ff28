import * as fc from 'fast-check';
import { AuthorizationRequest, Context, OneOrMany, PolicyDocument, Statement } from '../../../src/local/iam';

/*
 * Random policies and requests, over a small vocabulary, so that what a policy says often fits what is asked for.
 *
 * What is left out, because the oracle and the documentation of IAM differ, or because neither is clear. The first word
 * says which side the evaluator takes; its own tests hold it there.
 *
 * - documentation: language version 2008-10-17 has no variables (the oracle fills them in);
 * - documentation: `${*}`, `${?}` and `${$}` stand for their character in exact comparisons too (the oracle: only in patterns);
 * - documentation: `IfExists` holds when the key is absent, after `ForAnyValue:` too (the oracle: not there);
 * - documentation: incomplete ARNs are completed in `NotResource` too (the oracle: they never apply there);
 * - documentation: `*` at the end of a field of a resource may run past the colon (the oracle: it stays in its field);
 * - documentation: a variable without value invalidates the statement; where the other fields of an ARN decide already,
 *   the oracle does not look at the variable (`NotResource`, `ArnNotLike`);
 * - documentation: `NotIpAddress` holds for an address of the other IP version (the oracle: it does not);
 * - documentation: epoch times are seconds, and compare with ISO 8601 (the oracle: only with each other);
 * - RFC 4632: `/0` is every address (the oracle: none), and RFC 4291: an IPv6 address has several spellings (the oracle: one);
 * - neither: wildcards in the service of an action or the type of a resource, which IAM does not accept;
 * - neither: empty values, line breaks in values, ARNs of fewer than six fields in conditions, unpadded base64, years alone,
 *   numeric and date operators on values that merely begin with a number, ARN operators on IPv6 addresses.
 */
export function cases(): fc.Arbitrary<{ policies: PolicyDocument[]; request: AuthorizationRequest }> {
  return fc.record({ policies: fc.array(policy(), { minLength: 1, maxLength: 3 }), request: request() });
}

const ACTIONS = ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'];
const ACTION_PATTERNS = [...ACTIONS, '*', 'dynamodb:*', 'dynamodb:Get*', 'dynamodb:*Item', 'dynamodb:?etItem', 'dynamodb:P*t*m', 'DynamoDB:getitem',
  'dynamodb:GetItem?', 's3:*', 's3:GetItem'];

const TABLE = 'arn:aws:dynamodb:us-east-1:123456789012:table/todos';
const RESOURCES = [TABLE, `${TABLE}/index/byTitle`, 'arn:aws:dynamodb:us-east-1:123456789012:table/todo', 'arn:aws:dynamodb:eu-west-1:123456789012:table/a'];
const FIELDS = {
  partition: ['aws', 'aws', '*', 'a?s', 'aws-cn'],
  service: ['dynamodb', 'dynamodb', 'dynamodb', 's3'],
  region: ['us-east-1', 'us-east-1', '*', 'us-*', '*-1', 'us-east-?', 'e*', ''],
  account: ['123456789012', '123456789012', '*', '1*2', '????????????', '12345678901?', '999999999999'],
  name: ['table/todos', 'table/todos', 'table/todos*', 'table/*', '*', 'table/?odos', 'table/todos/index/*', 'table/*/byTitle', 'table/t*s', 'table/TODOS',
    'table/${aws:PrincipalTag/team}', 'table/${aws:userid}*', "table/${aws:username, 'todos'}", 'table/${aws:username}', 'table/${?}odos', 'index'],
};

/** Context keys by what their values are; each has operators made for it, and now and then meets another. */
const KEYS = {
  text: ['aws:PrincipalTag/team', 'aws:userid', 'dynamodb:Select', 'dynamodb:EnclosingOperation', 'aws:username'],
  texts: ['dynamodb:LeadingKeys', 'dynamodb:Attributes'],
  arn: ['aws:PrincipalArn', 'lambda:SourceFunctionArn'],
  number: ['aws:MultiFactorAuthAge'],
  date: ['aws:CurrentTime'],
  epoch: ['aws:EpochTime'],
  flag: ['aws:SecureTransport'],
  address: ['aws:SourceIp'],
  address6: ['aws:VpcSourceIp'],
};
type Kind = keyof typeof KEYS;

const DATE_OPERATORS = ['DateEquals', 'DateNotEquals', 'DateLessThan', 'DateLessThanEquals', 'DateGreaterThan', 'DateGreaterThanEquals'];
const OPERATORS: Record<Kind, string[]> = {
  text: ['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', 'StringLike', 'StringNotLike'],
  texts: ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'],
  arn: ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike', 'StringLike'],
  number: ['NumericEquals', 'NumericNotEquals', 'NumericLessThan', 'NumericLessThanEquals', 'NumericGreaterThan', 'NumericGreaterThanEquals'],
  date: DATE_OPERATORS,
  epoch: DATE_OPERATORS,
  flag: ['Bool'],
  address: ['IpAddress', 'NotIpAddress'],
  address6: ['IpAddress', 'NotIpAddress'],
};

/** What is compared as text compares anything. */
const OPERATORS_OF_TEXTS = [...OPERATORS.text, ...OPERATORS.arn, ...OPERATORS.flag];

const TEXTS = ['a', 'b', 'ab', 'A', 'todos', '*'];
const VALUES: Record<Kind, string[]> = {
  text: TEXTS,
  texts: TEXTS,
  arn: ['arn:aws:iam::123456789012:role/a', 'arn:aws:iam::123456789012:role/a/b', 'arn:aws:lambda:us-east-1:123456789012:function:a', 'a'],
  number: ['0', '1', '1.5', '10', '-1', 'x'],
  date: ['2024-01-01T00:00:00Z', '2024-06-01T12:00:00+02:00', '2025-01-01'],
  epoch: ['1704067200', '1719792000'],
  flag: ['true', 'false'],
  address: ['10.1.2.3', '10.2.0.1', '192.168.0.1'],
  address6: ['2001:db8::1', '2001:db8:1::1', 'fe80::1'],
};

const TEXT_PATTERNS = [...TEXTS, 'a*', '?', '??', '*b', '${aws:PrincipalTag/team}', '${aws:userid}', "${aws:username, 'a'}", '${aws:username}', 'x${AWS:UserId}'];
const STATED: Record<Kind, Array<string | number | boolean>> = {
  text: TEXT_PATTERNS,
  texts: TEXT_PATTERNS,
  arn: ['arn:aws:iam::123456789012:role/a', 'arn:aws:iam::123456789012:role/*', 'arn:aws:iam:*:*:role/a', 'arn:*:*:*:*:*', 'arn:aws:iam::1*2:role/?',
    "arn:aws:iam::123456789012:role/${aws:userid, 'a'}", 'arn:aws:lambda:us-*:123456789012:function:*', 'arn:aws:lambda:*:123456789012:a'],
  number: ['0', 1, '1.50', '10', 2, 'x'],
  date: ['2024-01-01T00:00:00Z', '2024-06-01T10:00:00Z', '2025-01-01T00:00:00.000Z', 'yesterday'],
  epoch: ['1704067200', 1704067200, '1704067201', '1719792000', 'tomorrow'],
  flag: ['true', 'false', 'TRUE', true],
  address: ['10.1.2.3', '10.0.0.0/8', '10.1.0.0/16', '192.168.0.0/24', 'somewhere'],
  address6: ['2001:db8::1', '2001:db8::/32', '2001:db8:1::/48', 'fe80::/10', 'somewhere'],
};

function policy(): fc.Arbitrary<PolicyDocument> {
  return fc.array(statement(), { minLength: 1, maxLength: 3 }).map((statements) => ({ Version: '2012-10-17', Statement: statements }));
}

function statement(): fc.Arbitrary<Statement> {
  return fc.tuple(
    fc.oneof({ weight: 3, arbitrary: fc.constant('Allow' as const) }, { weight: 1, arbitrary: fc.constant('Deny' as const) }),
    elementOrNot('Action', fc.constantFrom(...ACTION_PATTERNS)),
    elementOrNot('Resource', fc.oneof({ weight: 9, arbitrary: completeArn() }, { weight: 1, arbitrary: incompleteArn() }), completeArn().filter(isAlwaysResolved)),
    fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 3, arbitrary: conditions().map((Condition) => ({ Condition })) }),
  ).map(([Effect, ...elements]) => Object.assign({ Effect }, ...elements) as Statement);
}

/** Mostly `Action`, sometimes `NotAction`. */
function elementOrNot(name: string, value: fc.Arbitrary<string>, valueOfNot = value): fc.Arbitrary<Record<string, OneOrMany<string>>> {
  const element = (key: string, values: fc.Arbitrary<string>) => oneOrMany(values).map((stated) => ({ [key]: stated }));
  return fc.oneof({ weight: 9, arbitrary: element(name, value) }, { weight: 1, arbitrary: element(`Not${name}`, valueOfNot) });
}

function completeArn(): fc.Arbitrary<string> {
  const { partition, service, region, account, name } = FIELDS;
  const fields = [['arn'], partition, service, region, account, name].map((field) => fc.constantFrom(...field));
  return fc.oneof({ weight: 2, arbitrary: fc.tuple(...fields).map((all) => all.join(':')) }, { weight: 1, arbitrary: fc.constantFrom('*', ...RESOURCES) });
}

/** Escapes such as `${?}` have a value, and so have variables with a default. */
function isAlwaysResolved(text: string): boolean {
  return !/\$\{\w[^,]*\}/.test(text);
}

function incompleteArn(): fc.Arbitrary<string> {
  return fc.constantFrom('arn', 'arn:aws', 'arn:aws:dynamodb', 'arn:aws:dynamodb:us-east-1', 'arn:aws:dynamodb:us-east-1:123456789012', 'arn:aws:s3');
}

function conditions(): fc.Arbitrary<NonNullable<Statement['Condition']>> {
  return fc.array(condition(), { minLength: 1, maxLength: 3 }).map((all) => {
    const merged: Record<string, Record<string, OneOrMany<string | number | boolean>>> = {};
    for (const { operator, key, values } of all) merged[operator] = { ...merged[operator], [key]: values };
    return merged;
  });
}

function condition() {
  return fc.tuple(fc.constantFrom(...(Object.keys(KEYS) as Kind[])), fc.integer({ min: 0, max: 19 })).chain(([kind, dice]) => {
    const key = fc.constantFrom(...KEYS[kind]);
    if (dice === 0) return fc.record({ operator: fc.constant('Null'), key, values: oneOrMany(fc.constantFrom('true', 'false')) });
    const operators = dice === 1 && kind !== 'address6' ? OPERATORS_OF_TEXTS : OPERATORS[kind];
    return fc.record({ operator: qualified(fc.constantFrom(...operators), kind), key, values: oneOrMany(fc.constantFrom(...STATED[kind])) });
  });
}

function qualified(operator: fc.Arbitrary<string>, kind: Kind): fc.Arbitrary<string> {
  const prefixes = kind === 'texts' ? ['ForAnyValue:', 'ForAllValues:', 'ForAnyValue:', 'ForAllValues:', ''] : ['', '', '', '', 'ForAnyValue:', 'ForAllValues:'];
  return fc.tuple(fc.constantFrom(...prefixes), operator, fc.constantFrom('', '', 'IfExists'))
    .map(([prefix, name, suffix]) => prefix + name + (prefix === 'ForAnyValue:' ? '' : suffix));
}

function request(): fc.Arbitrary<AuthorizationRequest> {
  return fc.record({ action: fc.constantFrom(...ACTIONS), resource: fc.constantFrom(...RESOURCES), context: context() });
}

/** Each key is there two times out of three. */
function context(): fc.Arbitrary<Context> {
  const members = (Object.keys(KEYS) as Kind[]).flatMap((kind) => KEYS[kind].map((key) => {
    const value = fc.constantFrom(...VALUES[kind]);
    const values: fc.Arbitrary<string | string[]> = kind === 'texts' ? fc.uniqueArray(value, { maxLength: 3 }) : value;
    return fc.option(values, { freq: 2, nil: undefined })
      .map((given) => (given === undefined ? {} : { [key]: given }));
  }));
  return fc.tuple(...members).map((all) => Object.assign({}, ...all) as Context);
}

function oneOrMany<T>(value: fc.Arbitrary<T>): fc.Arbitrary<OneOrMany<T>> {
  return fc.oneof({ weight: 2, arbitrary: value }, { weight: 1, arbitrary: fc.array(value, { minLength: 1, maxLength: 3 }) });
}
