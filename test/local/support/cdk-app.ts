import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { HttpApi, HttpApiProps, HttpMethod, IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Code, Function as LambdaFunction, FunctionProps, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { folderWith } from './files';

/** Synthesizes stacks; returns the cloud assembly's folder. */
export function synthesize(build: (app: App) => void, outdir = mkdtempSync(join(tmpdir(), 'assembly-'))): string {
  const app = new App({ outdir });
  build(app);
  return app.synth().directory;
}

/** Synthesizes one stack. */
export function synthesizeStack(build: (stack: Stack) => void, outdir?: string): string {
  return synthesize((app) => build(new Stack(app, 'Test')), outdir);
}

/** Calls DynamoDB without an SDK, with the function's own credentials. */
const DYNAMO = `
async function dynamo(action, input) {
  const scope = '/20260101/us-east-1/dynamodb/aws4_request';
  const response = await fetch(process.env.AWS_ENDPOINT_URL_DYNAMODB, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.' + action,
      'authorization': 'AWS4-HMAC-SHA256 Credential=' + process.env.AWS_ACCESS_KEY_ID + scope + ', SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify({ TableName: process.env.TABLE_NAME, ...input }),
  });
  return { status: response.status, ...await response.json() };
}
`;

/** A function whose handler has this body; `dynamo(action, input)` is at hand. */
export function handler(scope: Construct, id: string, body: string, props: Partial<FunctionProps> = {}): LambdaFunction {
  const source = `${DYNAMO}\nexports.handler = async (event, context) => { ${body} };`;
  return new LambdaFunction(scope, id, {
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: Code.fromAsset(folderWith({ 'index.js': source })),
    ...props,
  });
}

/** An HTTP API with these routes: `GET /todos` to the body of a handler, or to a function. */
export function httpApi(scope: Construct, id: string, routes: Record<string, string | LambdaFunction>, props: ApiProps = {}): HttpApi {
  const { authorizer, ...apiProps } = props;
  const api = new HttpApi(scope, id, apiProps);
  for (const [key, target] of Object.entries(routes)) {
    const [method, path] = key.split(' ') as [HttpMethod, string];
    const name = key.replace(/\W+/g, '-');
    const lambda = typeof target === 'string' ? handler(scope, `${id}${name}`, target) : target;
    api.addRoutes({ methods: [method], path, integration: new HttpLambdaIntegration(`${id}${name}`, lambda), authorizer });
  }
  new CfnOutput(scope, `${id}Url`, { value: api.apiEndpoint });
  return api;
}

interface ApiProps extends HttpApiProps {
  readonly authorizer?: IHttpRouteAuthorizer;
}

/** A table with the key `id`. */
export function table(scope: Construct, id: string): TableV2 {
  return new TableV2(scope, id, { partitionKey: { name: 'id', type: AttributeType.STRING }, removalPolicy: RemovalPolicy.DESTROY });
}
