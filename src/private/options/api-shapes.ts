import { ThrottleSettings } from 'aws-cdk-lib/aws-apigatewayv2';
import { TableClass } from 'aws-cdk-lib/aws-dynamodb';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { LATE_DURATION, REMOVAL_POLICY, SIZE } from './cdk-kinds';
import { FLAG, LATE_NUMBER, LATE_TEXT, LATE_TEXTS, member, object, required, TEXT } from './kind';
import { Shape } from './read-options';
import type { CorsOptions, HttpHostOptions } from '../../api-host';
import type { CrudTableOptions } from '../../crud-table';
import { FunctionLayout } from '../../function-layout';
import type { FunctionOptions } from '../../function-options';
import { ListBody, RequestOptions, ResponseOptions, UnknownFields } from '../../request-options';
import type { ServerlessCrudApiProps } from '../../serverless-crud-api';
import type { StaticSiteProps } from '../../static-site';

const STRUCT = object('an object');

export const API: Shape<ServerlessCrudApiProps> = {
  schema: required(object("an EntitySchema such as new EntitySchema('todo', { title: Field.text() })", '_entity', '_schema')),
  auth: required(object('an Auth such as Auth.none() or Auth.jwt({ … })', '_model')),
  itemScope: object('an ItemScope such as ItemScope.collection()', '_model'),
  host: object('an ApiHost such as ApiHost.http()', '_host'),
  table: object('a CrudTable such as CrudTable.create()', '_options'),
  operations: object('Operations such as Operations.standard()', '_model', 'configure'),
  path: TEXT,
  pathParameter: TEXT,
  request: STRUCT,
  response: STRUCT,
  functionLayout: member('FunctionLayout', FunctionLayout),
  functionOptions: STRUCT,
  removalPolicy: REMOVAL_POLICY,
};

export const REQUEST: Shape<RequestOptions> = {
  maxBodySize: SIZE,
  lenientContentType: FLAG,
  unknownFields: member('UnknownFields', UnknownFields),
  requireIfMatch: FLAG,
  idempotencyKey: FLAG,
  allowScan: FLAG,
};

export const RESPONSE: Shape<ResponseOptions> = {
  list: member('ListBody', ListBody),
  consistentGet: FLAG,
  publicUrl: TEXT,
};

export const FUNCTIONS: Shape<FunctionOptions> = {
  memorySize: LATE_NUMBER,
  timeout: LATE_DURATION,
  architecture: object('an Architecture such as Architecture.ARM_64', 'dockerPlatform'),
  reservedConcurrentExecutions: LATE_NUMBER,
  logRetention: member('RetentionDays', RetentionDays),
  tracing: FLAG,
};

export const TABLE: Shape<CrudTableOptions> = {
  tableName: LATE_TEXT,
  billing: object('a Billing such as Billing.onDemand()'),
  removalPolicy: REMOVAL_POLICY,
  deletionProtection: FLAG,
  pointInTimeRecovery: FLAG,
  encryption: object('a TableEncryptionV2 such as TableEncryptionV2.awsManagedKey()'),
  tableClass: member('TableClass', TableClass),
  contributorInsights: FLAG,
};

export const HTTP_HOST: Shape<HttpHostOptions> = {
  apiName: LATE_TEXT,
  stageName: TEXT,
  cors: object("an object such as { allowOrigins: ['https://app.example.com'] }"),
  throttle: object('an object such as { rateLimit: 100, burstLimit: 200 }'),
  accessLogRetention: member('RetentionDays', RetentionDays),
};

export const CORS: Shape<CorsOptions> = { allowOrigins: LATE_TEXTS, allowCredentials: FLAG, maxAge: LATE_DURATION };

export const THROTTLE: Shape<ThrottleSettings> = { rateLimit: LATE_NUMBER, burstLimit: LATE_NUMBER };

export const SITE: Shape<StaticSiteProps> = {
  source: required(TEXT),
  apis: { wanted: 'a list of ServerlessCrudApi', takes: Array.isArray },
  contentSecurityPolicy: LATE_TEXT,
  removalPolicy: REMOVAL_POLICY,
};
