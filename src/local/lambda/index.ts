export { type FunctionConfiguration, nodeMajorOf } from './configuration';
export type { FunctionError } from './function-error';
export { HostPool } from './host-pool';
export type { InvocationRequest, InvocationResult } from './invocation';
export { type Caller, type LambdaOptions, LambdaService } from './lambda-service';
export type { LocalFunction } from './local-function';
export { FUNCTION_TYPES, readFunction, readPermissions } from './read-functions';
export { type InvokeAttempt, type InvokePermission, mayInvoke } from './resource-policy';
export { type LogLine, type LogSink, neutralized } from './log-lines';
