import { RemovalPolicy } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { Billing } from 'aws-cdk-lib/aws-dynamodb';
import { resourcesOf, synthTodos } from './synth';
import { CrudTable, FunctionLayout, ItemScope, Operation, Operations } from '../../src';

test('least privilege takes 39 resources, a single function 13', () => {
  const count = (layout: FunctionLayout) => Object.keys(synthTodos({ functionLayout: layout }).template.toJSON().Resources).length;

  expect(count(FunctionLayout.LEAST_PRIVILEGE)).toBe(39);
  expect(count(FunctionLayout.SINGLE)).toBe(13);
});

describe('the table', () => {
  test('has the scope and the id as its key, and is kept and protected', () => {
    const { template } = synthTodos();

    template.hasResource('AWS::DynamoDB::GlobalTable', {
      Properties: {
        KeySchema: [{ AttributeName: '_scope', KeyType: 'HASH' }, { AttributeName: 'id', KeyType: 'RANGE' }],
        AttributeDefinitions: [{ AttributeName: '_scope', AttributeType: 'S' }, { AttributeName: 'id', AttributeType: 'S' }],
        BillingMode: 'PAY_PER_REQUEST',
        TimeToLiveSpecification: { AttributeName: '_ttl', Enabled: true },
        Replicas: [{
          Region: { Ref: 'AWS::Region' },
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        }],
      },
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('of a demo goes with the stack, in one word, and the logs go along', () => {
    const { template } = synthTodos({ removalPolicy: RemovalPolicy.DESTROY });

    template.hasResource('AWS::DynamoDB::GlobalTable', {
      Properties: {
        Replicas: [Match.objectLike({
          DeletionProtectionEnabled: false,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false },
        })],
      },
      DeletionPolicy: 'Delete',
    });
    template.allResources('AWS::Logs::LogGroup', { DeletionPolicy: 'Delete' });
  });

  test('takes its own settings before those of the API', () => {
    const { template } = synthTodos({
      removalPolicy: RemovalPolicy.DESTROY,
      table: CrudTable.create({ tableName: 'todos', billing: Billing.onDemand({ maxReadRequestUnits: 100 }), removalPolicy: RemovalPolicy.RETAIN }),
    });

    template.hasResource('AWS::DynamoDB::GlobalTable', { Properties: { TableName: 'todos' }, DeletionPolicy: 'Retain' });
  });
});

describe('the functions', () => {
  test('run the same asset with the table in their environment, and log to groups of their own', () => {
    const { template } = synthTodos();
    const functions = resourcesOf(template, 'AWS::Lambda::Function');

    expect(new Set(functions.map(({ properties }) => properties.Code.S3Key)).size).toBe(1);
    expect(new Set(functions.map(({ properties }) => properties.LoggingConfig.LogGroup.Ref)).size).toBe(5);
    for (const { properties } of functions) {
      expect(properties).toMatchObject({
        Handler: 'index.handler',
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        MemorySize: 512,
        Timeout: 10,
        TracingConfig: { Mode: 'Active' },
        Environment: { Variables: { TABLE_NAME: { Ref: expect.stringMatching(/^TodosTable/) } } },
        LoggingConfig: { LogFormat: 'JSON', SystemLogLevel: 'WARN' },
      });
    }
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
  });
});

describe('the HTTP API', () => {
  const STANDARD = [
    'POST /todos', 'GET /todos', 'HEAD /todos', 'GET /todos/{id}', 'HEAD /todos/{id}',
    'PATCH /todos/{id}', 'PUT /todos/{id}', 'DELETE /todos/{id}', '$default',
  ];

  test.each([
    ['each operation, HEAD, and the rest', FunctionLayout.LEAST_PRIVILEGE, STANDARD],
    ['each path, and the rest, with a single function', FunctionLayout.SINGLE, ['ANY /todos', 'ANY /todos/{id}', '$default']],
  ])('has a route for %s', (_name, functionLayout, expected) => {
    const { template } = synthTodos({ functionLayout });

    const keys = resourcesOf(template, 'AWS::ApiGatewayV2::Route').map(({ properties }) => properties.RouteKey);
    expect(keys.sort()).toEqual([...expected].sort());
  });

  test('answers any origin without credentials, limits its rate and logs no query', () => {
    const { template } = synthTodos();

    template.hasResourceProperties('AWS::ApiGatewayV2::Api', {
      CorsConfiguration: {
        AllowOrigins: ['*'],
        AllowCredentials: Match.absent(),
        AllowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
        ExposeHeaders: Match.arrayWith(['ETag', 'Location', 'Link', 'X-Request-Id']),
      },
    });
    const [{ properties: stage }] = resourcesOf(template, 'AWS::ApiGatewayV2::Stage');
    expect(stage).toMatchObject({
      StageName: '$default', AutoDeploy: true, DefaultRouteSettings: { ThrottlingRateLimit: 1000, ThrottlingBurstLimit: 2000 },
    });
    expect(Object.values(JSON.parse(stage.AccessLogSettings.Format))).not.toContainEqual(expect.stringContaining('query'));
  });
});

test('says where the API and the table are', () => {
  const { template } = synthTodos();

  template.hasOutput('*', { Description: 'Collection of todos' });
  template.hasOutput('*', { Description: 'Table of todos' });
});

test('warns that a public API is public', () => {
  const { stack } = synthTodos();

  Annotations.fromStack(stack).hasWarning('/Test/Todos', Match.stringLikeRegexp('anyone can read and write'));
});

test.each([
  ['a list that has nothing to read', {}, 1],
  ['nothing where a scan is allowed', { request: { allowScan: true } }, 0],
  ['nothing where nobody lists', { operations: Operations.only(Operation.GET) }, 0],
])('warns of %s, where items are spread by their ids', (_, props, count) => {
  const { stack } = synthTodos({ itemScope: ItemScope.item(), ...props });

  expect(Annotations.fromStack(stack).findWarning('/Test/Todos', Match.stringLikeRegexp('a list has nothing to read'))).toHaveLength(count);
});
