import { Template } from 'aws-cdk-lib/assertions';
import { resourcesOf, synthTodos } from './synth';
import { FunctionLayout, Operation, Operations } from '../../src';

const TABLE = { 'Fn::GetAtt': [expect.stringMatching(/^TodosTable/), 'Arn'] };
const TRACING = { Effect: 'Allow', Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], Resource: '*' };

function logging(functionId: string) {
  return {
    Effect: 'Allow',
    Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: { 'Fn::GetAtt': [expect.stringMatching(new RegExp(`^Todos${functionId}Log`)), 'Arn'] },
  };
}

/** Statements by function, as `CreateFunction: [...]`. */
function statementsOf(template: Template): Record<string, unknown[]> {
  return Object.fromEntries(resourcesOf(template, 'AWS::IAM::Role').map(({ id, properties }) => {
    expect(properties.ManagedPolicyArns).toBeUndefined();
    expect(properties.Policies).toHaveLength(1);
    return [id.replace(/^Todos(\w*Function)Role.*$/, '$1'), properties.Policies[0].PolicyDocument.Statement];
  }));
}

/** The published matrix: what each function may do to the table, and to nothing else. */
const MATRIX = {
  CreateFunction: 'dynamodb:PutItem',
  ListFunction: 'dynamodb:Query',
  GetFunction: 'dynamodb:GetItem',
  UpdateFunction: 'dynamodb:UpdateItem',
  DeleteFunction: 'dynamodb:DeleteItem',
};

test('each function may do one thing to the table, write its own log and send traces', () => {
  const { template } = synthTodos();

  expect(statementsOf(template)).toEqual(Object.fromEntries(Object.entries(MATRIX).map(([id, action]) =>
    [id, [{ Effect: 'Allow', Action: action, Resource: TABLE }, logging(id), TRACING]])));
  template.resourceCountIs('AWS::IAM::Policy', 0);
});

test('REPLACE and UPDATE need the same right, so they share a function', () => {
  const { api } = synthTodos();

  expect(api.functionFor(Operation.REPLACE)).toBe(api.functionFor(Operation.UPDATE));
  expect(api.functions).toHaveLength(5);
});

test('an operation that is left out takes its function and its right along', () => {
  const { api, template } = synthTodos({ operations: Operations.standard().without(Operation.DELETE) });

  expect(Object.keys(statementsOf(template))).toEqual(['CreateFunction', 'ListFunction', 'GetFunction', 'UpdateFunction']);
  expect(() => api.functionFor(Operation.DELETE)).toThrow("Test/Todos: operation 'delete' is not one of this API's; add it to operations");
});

test('a single function holds exactly the rights of its operations', () => {
  const { template } = synthTodos({ functionLayout: FunctionLayout.SINGLE, operations: Operations.only(Operation.LIST, Operation.GET) });

  expect(statementsOf(template)).toEqual({
    Function: [
      { Effect: 'Allow', Action: 'dynamodb:Query', Resource: TABLE },
      { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: TABLE },
      logging('Function'),
      TRACING,
    ],
  });
});

test('without tracing there is no right to trace', () => {
  const { template } = synthTodos({ functionOptions: { tracing: false } });

  expect(JSON.stringify(template.toJSON())).not.toContain('xray');
});

test('only this API may call a function, on its own paths', () => {
  const { template } = synthTodos();

  const permissions = resourcesOf(template, 'AWS::Lambda::Permission').map(({ id, properties }) => {
    expect(properties).toMatchObject({
      Action: 'lambda:InvokeFunction', Principal: 'apigateway.amazonaws.com', SourceAccount: { Ref: 'AWS::AccountId' },
    });
    return [id.replace(/^Todos(\w+)Function(Invoke(Default)?).*$/, '$1 $2'), properties.SourceArn['Fn::Join'][1].at(-1)];
  });
  expect(Object.fromEntries(permissions)).toEqual({
    'Create Invoke': '/$default/*/todos',
    'Create InvokeDefault': '/$default/$default',
    'List Invoke': '/$default/*/todos',
    'Get Invoke': '/$default/*/todos/{id}',
    'Update Invoke': '/$default/*/todos/{id}',
    'Delete Invoke': '/$default/*/todos/{id}',
  });
});
