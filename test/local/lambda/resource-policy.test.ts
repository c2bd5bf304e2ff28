import { InvokePermission, mayInvoke } from '../../../src/local/lambda';

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:f';
const CALL = 'arn:aws:execute-api:us-east-1:123456789012:abc/$default/GET/todos/{id}';
const API_GATEWAY = 'apigateway.amazonaws.com';

function permits(permission: Partial<InvokePermission>, sourceArn = CALL): boolean {
  return mayInvoke([{ functionArn: FUNCTION, principal: API_GATEWAY, ...permission }], {
    functionArn: FUNCTION, principal: API_GATEWAY, sourceArn, sourceAccount: '123456789012',
  });
}

test.each<[boolean, Partial<InvokePermission>]>([
  [true, {}],
  [true, { sourceArn: CALL }],
  [true, { sourceArn: 'arn:aws:execute-api:us-east-1:123456789012:abc/*/*/todos/{id}' }],
  [true, { sourceArn: 'arn:aws:execute-api:us-east-1:123456789012:abc/*' }],
  [true, { sourceArn: 'arn:aws:execute-api:us-east-?:*:abc/$default/GET/*' }],
  [true, { sourceAccount: '123456789012' }],
  [false, { sourceArn: 'arn:aws:execute-api:us-east-1:123456789012:abc/*/POST/todos/{id}' }],
  [false, { sourceArn: 'arn:aws:execute-api:us-east-1:123456789012:abc/*/*/todos' }],
  [false, { sourceArn: 'arn:aws:execute-api:us-east-1:123456789012:other/*' }],
  [false, { sourceArn: 'arn:aws:execute-api:*' }], // parts are compared one by one
  [false, { sourceArn: 'arn:aws:execute-api:us-east-1:123456789012:abc/.default/GET/todos/.id.' }],
  [false, { sourceAccount: '999999999999' }],
  [false, { principal: 's3.amazonaws.com' }],
  [false, { functionArn: `${FUNCTION}2` }],
])('%s: %j', (expected, permission) => {
  expect(permits(permission)).toBe(expected);
});

test('one of several permissions is enough, none is not', () => {
  const attempt = { functionArn: FUNCTION, principal: API_GATEWAY, sourceArn: CALL, sourceAccount: '123456789012' };
  const other = { functionArn: FUNCTION, principal: 'events.amazonaws.com' };
  expect(mayInvoke([other, { functionArn: FUNCTION, principal: API_GATEWAY }], attempt)).toBe(true);
  expect(mayInvoke([other], attempt)).toBe(false);
  expect(mayInvoke([], attempt)).toBe(false);
});
