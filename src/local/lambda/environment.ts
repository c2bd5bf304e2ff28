import { FunctionConfiguration, nodeMajorOf } from './configuration';
import type { Credentials } from './credentials';
import type { InitMessage } from './protocol';

const VERSION = '$LATEST';

/** What a process needs to become an execution environment of the function. */
export function initMessageOf(
  configuration: FunctionConfiguration, credentials: Credentials, logStreamName: string, dynamoDbUrl?: string,
): InitMessage {
  const { name, region, memoryMegabytes, logGroup } = configuration;
  const logGroupName = logGroup ?? `/aws/lambda/${name}`;
  return {
    type: 'init',
    directory: configuration.directory,
    handler: configuration.handler,
    runtimeMajor: nodeMajorOf(configuration.runtime) ?? 0,
    environment: {
      ...configuration.environment,
      // reserved names: the service does not let a function set them
      // https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
      _HANDLER: configuration.handler,
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_EXECUTION_ENV: `AWS_Lambda_${configuration.runtime}`,
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMegabytes),
      AWS_LAMBDA_FUNCTION_VERSION: VERSION,
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      AWS_LAMBDA_LOG_GROUP_NAME: logGroupName,
      AWS_LAMBDA_LOG_STREAM_NAME: logStreamName,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_SESSION_TOKEN: credentials.sessionToken,
      LAMBDA_TASK_ROOT: configuration.directory,
      LANG: 'en_US.UTF-8',
      TZ: 'UTC',
      ...(dynamoDbUrl ? { AWS_ENDPOINT_URL_DYNAMODB: dynamoDbUrl } : {}),
    },
    context: {
      functionName: name,
      functionVersion: VERSION,
      invokedFunctionArn: configuration.arn,
      memoryLimitInMB: String(memoryMegabytes),
      logGroupName,
      logStreamName,
    },
  };
}

/** As the service names them: `2026/07/10/[$LATEST]0123456789abcdef0123456789abcdef`. */
export function logStreamNameOf(now: Date, suffix: string): string {
  return `${now.toISOString().slice(0, 10).replaceAll('-', '/')}/[${VERSION}]${suffix}`;
}
