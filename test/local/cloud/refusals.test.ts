import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Annotations, CfnResource, Stack } from 'aws-cdk-lib';
import { CfnApi, CfnIntegration, CfnRoute, HttpApi, HttpMethod, WebSocketApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration, HttpUrlIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { CachePolicy, FunctionCode, FunctionEventType, Function as EdgeFunction } from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { Code, Function as LambdaFunction, LayerVersion, Runtime } from 'aws-cdk-lib/aws-lambda';
import { startLocal } from '../../../src/local';
import { handler, httpApi, synthesizeStack } from '../support/cdk-app';
import { start } from '../support/clouds';
import { folderWith } from '../support/files';
import { FUNCTION_HOST } from '../support/function-host';
import { send } from '../support/http-client';
import { site } from '../support/site';

const OK = 'return 1';

async function refusalOf(build: (stack: Stack) => void): Promise<string> {
  const started = startLocal({ assembly: synthesizeStack(build), functionHost: FUNCTION_HOST });
  return started.then((cloud) => cloud.stop().then(() => 'it runs'), (error: Error) => error.message);
}

/** What would behave otherwise than on AWS. */
const refused: [what: string, build: (stack: Stack) => void, message: RegExp][] = [
  ['a type that nobody judged', (stack) => {
    httpApi(stack, 'Api', { 'GET /': OK });
    new CfnResource(stack, 'Strange', { type: 'AWS::Strange::Thing' });
  }, /^Test: Strange.*: AWS::Strange::Thing cannot be run locally: nothing is known about its type$/],
  ['a policy of a table', (stack) => {
    httpApi(stack, 'Api', { 'GET /': OK });
    const resourcePolicy = new PolicyDocument({ statements: [new PolicyStatement({ effect: Effect.DENY, actions: ['dynamodb:*'], principals: [new AnyPrincipal()], resources: ['*'] })] });
    new TableV2(stack, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING }, resourcePolicy });
  }, /AWS::DynamoDB::GlobalTable cannot be run locally: Replicas\[0\]\.ResourcePolicy: only the policies of roles are evaluated here; grant by those$/],
  ['nothing to serve', (stack) => handler(stack, 'F', OK), /there is no HTTP API and no distribution in the app: nothing to serve$/],
  ['a WebSocket API', (stack) => new WebSocketApi(stack, 'Api'), /AWS::ApiGatewayV2::Api cannot be run locally: ProtocolType: it is "WEBSOCKET"; only HTTP can$/],
  ['an API from an OpenAPI document', (stack) => new CfnApi(stack, 'Api', { body: {} }), /Body: routes are taken from AWS::ApiGatewayV2::Route alone$/],
  ['an integration by HTTP', (stack) => {
    new HttpApi(stack, 'Api').addRoutes({ path: '/', methods: [HttpMethod.GET], integration: new HttpUrlIntegration('Url', 'https://example.com') });
  }, /AWS::ApiGatewayV2::Integration cannot be run locally: IntegrationType: it is "HTTP_PROXY"; only AWS_PROXY can$/],
  ['a function as authorizer', (stack) => {
    httpApi(stack, 'Api', { 'GET /': OK }, { authorizer: new HttpLambdaAuthorizer('Auth', handler(stack, 'F', OK)) });
  }, /AuthorizationType: it is "CUSTOM"; only NONE, JWT can$/],
  ['payload format 1.0', (stack) => {
    const api = httpApi(stack, 'Api', { 'GET /': OK });
    (api.node.findAll().find((each) => each instanceof CfnIntegration) as CfnIntegration).payloadFormatVersion = '1.0';
  }, /PayloadFormatVersion: it is "1.0"; only 2.0 can$/],
  ['a malformed route', (stack) => {
    const api = httpApi(stack, 'Api', { 'GET /': OK });
    (api.node.findAll().find((each) => each instanceof CfnRoute) as CfnRoute).routeKey = 'GET todos';
  }, /RouteKey: it is 'GET todos'; it must be METHOD \/path or \$default$/],
  ['another language', (stack) => httpApi(stack, 'Api', {
    'GET /': new LambdaFunction(stack, 'F', { runtime: Runtime.PYTHON_3_13, handler: 'index.handler', code: Code.fromAsset(folderWith({ 'index.py': '' })) }),
  }), /Runtime: it is 'python3.13'; only Node.js is run here$/],
  ['inline code', (stack) => httpApi(stack, 'Api', {
    'GET /': new LambdaFunction(stack, 'F', { runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: Code.fromInline('x') }),
  }), /Code.ZipFile: inline code is not run here; make it an asset$/],
  ['a layer', (stack) => httpApi(stack, 'Api', {
    'GET /': handler(stack, 'F', OK, { layers: [new LayerVersion(stack, 'Layer', { code: Code.fromAsset(folderWith({ a: '' })) })] }),
  }), /Layers: layers are not unpacked here$/],
  ['a function of another app', (stack) => {
    const stranger = LambdaFunction.fromFunctionArn(stack, 'F', 'arn:aws:lambda:us-east-1:123456789012:function:stranger');
    new HttpApi(stack, 'Api').addRoutes({ path: '/', methods: [HttpMethod.GET], integration: new HttpLambdaIntegration('I', stranger) });
  }, /^API 'Api', route 'GET \/': arn:aws:lambda:us-east-1:123456789012:function:stranger is no function of this app$/],
  ['a role of another app', (stack) => httpApi(stack, 'Api', {
    'GET /': handler(stack, 'F', OK, { role: Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::123456789012:role/stranger') }),
  }), /Role: 'arn:aws:iam::123456789012:role\/stranger' is no role of this app, so that its policies are not known here$/],
  ['a condition that cannot be evaluated', (stack) => {
    const lambda = handler(stack, 'F', OK);
    lambda.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:GetItem'], resources: ['*'], conditions: { StringEquals: { 'aws:SourceVpce': 'x' } } }));
    httpApi(stack, 'Api', { 'GET /': lambda });
  }, /Role: a policy of \w+ cannot be evaluated here: .*aws:SourceVpce/],
  ['a distribution of something else', (stack) => {
    site(stack, folderWith({ a: '' }), { distribution: { defaultBehavior: { origin: new HttpOrigin('example.com') } } });
  }, /DomainName: 'example.com' is neither a bucket nor an HTTP API of this app$/],
  ['functions of CloudFront', (stack) => {
    const code = new EdgeFunction(stack, 'Edge', { code: FunctionCode.fromInline('x') });
    const functionAssociations = [{ function: code, eventType: FunctionEventType.VIEWER_REQUEST }];
    site(stack, folderWith({ a: '' }), { distribution: { additionalBehaviors: { '/x': { origin: new HttpOrigin('example.com'), functionAssociations } } } });
  }, /AWS::CloudFront::Function cannot be run locally: what it does to requests and answers is not done here$/],
  ['an API that is cached', (stack) => {
    const api = httpApi(stack, 'Api', { 'GET /': OK });
    const origin = new HttpOrigin(`${api.apiId}.execute-api.${stack.region}.${stack.urlSuffix}`);
    site(stack, folderWith({ a: '' }), { distribution: { additionalBehaviors: { '/x': { origin, cachePolicy: CachePolicy.CACHING_OPTIMIZED } } } });
  }, /CacheBehaviors\[0\].CachePolicyId: an API's answers are not cached here; use CACHING_DISABLED$/],
];

test.each(refused)('%s stops the start with one clear line', async (_what, build, message) => {
  const refusal = await refusalOf(build);
  expect(refusal).toMatch(message);
  expect(refusal).not.toContain('\n');
});

test('several reasons are told at once, a line each', async () => {
  const refusal = await refusalOf((stack) => {
    new CfnResource(stack, 'A', { type: 'AWS::Strange::Thing' });
    new CfnResource(stack, 'B', { type: 'AWS::Strange::Thing' });
  });
  expect(refusal.split('\n')).toEqual([expect.stringMatching(/^Test: A/), expect.stringMatching(/^Test: B/)]);
});

test('errors that constructs annotate are told as the CDK CLI tells them, their warnings are notices', async () => {
  const annotated = (annotate: (annotations: Annotations) => void) => (stack: Stack) => {
    httpApi(stack, 'Api', { 'GET /': OK });
    annotate(Annotations.of(stack));
  };
  expect(await refusalOf(annotated((to) => to.addError('no such region')))).toBe('[Error at /Test] no such region');
  const cloud = await start(synthesizeStack(annotated((to) => {
    to.addWarningV2('test:public', 'anyone can read');
    to.addInfo('by the way');
  })));
  expect(cloud.notices).toEqual(expect.arrayContaining(['[Warning at /Test] anyone can read [ack: test:public]', '[Info at /Test] by the way']));
});

test('a folder without an assembly says what to do', async () => {
  await expect(startLocal({ assembly: mkdtempSync(join(tmpdir(), 'empty-')), functionHost: FUNCTION_HOST })).rejects.toThrow(/is not a cloud assembly.*run `cdk synth` first/);
});

test('what is harmless is told as a count, a function that no route leads to by its name; both are no reason to stop', async () => {
  const cloud = await start(synthesizeStack((stack) => {
    httpApi(stack, 'Api', { 'GET /': OK });
    const idle = handler(stack, 'Idle', OK);
    for (const id of ['A', 'B']) new Alarm(stack, id, { metric: idle.metricErrors(), threshold: 1, evaluationPeriods: 1 });
  }));
  expect(cloud.notices).toEqual([
    ...(process.versions.node.startsWith('24.') ? [] : [`functions of nodejs24.x run on Node.js ${process.versions.node} here`]),
    expect.stringMatching(/^Test: Idle\w+ \(Test\/Idle\/Resource\): AWS::Lambda::Function cannot be run locally: no route leads to it$/),
    'not run locally, and not missed: 2 AWS::CloudWatch::Alarm',
  ]);
  expect((await send(cloud.url)).text).toBe('1');
});

test('a function that may not be invoked is 500, and the log says why', async () => {
  const cloud = await start(synthesizeStack((stack) => {
    const api = httpApi(stack, 'Api', { 'GET /': OK });
    const permission = stack.node.findAll().find((each) => each instanceof CfnResource && each.cfnResourceType === 'AWS::Lambda::Permission') as CfnResource;
    permission.addPropertyOverride('SourceArn', `${api.apiId}/none`);
  }));
  expect(await send(cloud.url)).toMatchObject({ status: 500, text: '{"message":"Internal Server Error"}' });
  expect(cloud.requests.list()[0]).toMatchObject({ problem: expect.stringMatching(/permissions do not let arn:aws:execute-api:.*\/\$default\/GET\/ invoke it/) });
});
