import { normalisedInput } from './recorded-call';

const names = { '#a': 'version', '#b': 'createdAt', '#s': '_scope', '#i': 'id' };
const values = { ':one': { N: '1' }, ':at': { S: 'now' }, ':iso': { S: '2027-01-02T03:04:05.678Z' }, ':list': { L: [{ S: 'x' }, { NULL: true }] } };
const normalised = (member: string, expression: string) =>
  normalisedInput({ [member]: expression, ExpressionAttributeNames: names, ExpressionAttributeValues: values })[member];

test.each([
  ['#a = :one', 'version = 1'],
  ['(#a=:one)', 'version = 1'],
  ['#b = :at AND #a = :one', 'createdAt = "now" AND version = 1'],
  ['((#a = :one) and (#b = :at))', 'createdAt = "now" AND version = 1'],
  ['attribute_exists(#s) AND #a = :one', 'attribute_exists(id) AND version = 1'],
  ['attribute_exists(#s) AND attribute_exists(#i)', 'attribute_exists(id)'],
  ['attribute_not_exists(#i)', 'attribute_not_exists(id)'],
  ['#a = :one AND (#b = :at OR #b = :one)', '(createdAt = "now" OR createdAt = 1) AND version = 1'],
  ['(#a = :one AND attribute_exists(#s)) AND (#b = :at)', 'attribute_exists(id) AND createdAt = "now" AND version = 1'],
  ['#a BETWEEN :one AND :one AND #b <> :at', 'createdAt <> "now" AND version BETWEEN 1 AND 1'],
  ['#a IN (:one, :at)', 'version IN (1, "now")'],
  ['NOT contains(#b, :at)', 'NOT (contains(createdAt, "now"))'],
])('the condition %s is %s', (expression, canonical) => {
  expect(normalised('ConditionExpression', expression)).toBe(canonical);
});

test.each([
  ['SET #a = :one', { SET: { version: 1 } }],
  ['SET #b = :at, #a = if_not_exists(#a, :one) + :one REMOVE title, #b.#a', {
    SET: { createdAt: 'now', version: { expression: 'if_not_exists(version, 1) + 1' } }, REMOVE: ['createdAt.version', 'title'],
  }],
  ['SET #b = if_not_exists( #b , :iso )', { SET: { createdAt: { expression: 'if_not_exists(createdAt, "2027-01-02T03:04:05.678Z")' } } }],
  ['SET tags = :list', { SET: { tags: ['x', null] } }],
  ['ADD #a :one', { ADD: { version: 1 } }],
])('the update %s', (expression, update) => {
  expect(normalised('UpdateExpression', expression)).toEqual(update);
});

test('the mark of a write token is random, and has one name in a condition', () => {
  const input = {
    UpdateExpression: 'SET #t = :t',
    ConditionExpression: 'NOT contains(#t, :m)',
    ExpressionAttributeNames: { '#t': '_token' },
    ExpressionAttributeValues: { ':t': { S: '0lq3x8k2aSomeRandomMark' }, ':m': { S: 'SomeRandomMark' } },
  };
  expect(normalisedInput(input).ConditionExpression).toBe('NOT (contains(_token, "<mark>"))');
});

test('what DynamoDB assumes anyway is left out', () => {
  expect(normalisedInput({ ConsistentRead: false, ScanIndexForward: true, Limit: 5 })).toEqual({ Limit: 5 });
  expect(normalisedInput({ ConsistentRead: true, ScanIndexForward: false })).toEqual({ ConsistentRead: true, ScanIndexForward: false });
});

test('a condition that cannot be read is an error, not equal to anything', () => {
  expect(() => normalised('ConditionExpression', '#a = :one OR')).toThrow(/the expression ends/);
  expect(() => normalised('ConditionExpression', '#a = :one) extra')).toThrow(/cannot read the condition/);
});
