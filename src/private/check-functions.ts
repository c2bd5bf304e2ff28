import { Token } from 'aws-cdk-lib';
import type { FunctionOptions } from '../function-options';

/** @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
const MEMORY = { least: 128, most: 10_240 };

/** What HTTP API waits for; it cannot be raised. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const GATEWAY_SECONDS = 30;

/** Settings of functions that Lambda would refuse when the stack is deployed, or that the gateway does not wait for. */
export function checkFunctions({ memorySize, timeout, reservedConcurrentExecutions: reserved }: FunctionOptions): string[] {
  const mistakes: string[] = [];
  if (isKnown(memorySize) && !(Number.isInteger(memorySize) && memorySize >= MEMORY.least && memorySize <= MEMORY.most)) {
    mistakes.push(`memorySize must be a whole number from ${MEMORY.least} to ${MEMORY.most} MiB, got ${memorySize}`);
  }
  const seconds = timeout && !timeout.isUnresolved() ? timeout.toSeconds({ integral: false }) : 1;
  if (!(Number.isInteger(seconds) && seconds >= 1 && seconds <= GATEWAY_SECONDS)) {
    mistakes.push(`timeout must be whole seconds from 1 to ${GATEWAY_SECONDS}, the longest that HTTP API waits, got ${seconds} seconds`);
  }
  if (isKnown(reserved) && !(Number.isInteger(reserved) && reserved >= 0)) {
    mistakes.push(`reservedConcurrentExecutions must be a whole number of at least 0, got ${reserved}`);
  }
  return mistakes;
}

function isKnown(value: number | undefined): value is number {
  return value !== undefined && !Token.isUnresolved(value);
}
