import { Duration } from 'aws-cdk-lib';
import { Architecture } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** Settings of the Lambda functions. */
export interface FunctionOptions {
  /**
   * In MiB; CPU follows it.
   * @default 512
   */
  readonly memorySize?: number;
  /**
   * How long one request may take. HTTP API gives up after 30 seconds.
   * @default Duration.seconds(10)
   */
  readonly timeout?: Duration;
  /**
   * Instruction set of the functions.
   * @default Architecture.ARM_64
   */
  readonly architecture?: Architecture;
  /**
   * How many requests a function answers at once, reserved from the account's limit.
   * @default - no reservation
   */
  readonly reservedConcurrentExecutions?: number;
  /**
   * How long the functions' logs are kept.
   * @default RetentionDays.ONE_MONTH
   */
  readonly logRetention?: RetentionDays;
  /**
   * Sends traces to AWS X-Ray.
   * @default true
   */
  readonly tracing?: boolean;
}
