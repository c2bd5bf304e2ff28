export { startEndpoint } from './endpoint/endpoint';
export type { Endpoint, EndpointOptions } from './endpoint/endpoint';
export type { Decision, DynamoDbCall } from './endpoint/call';
export { openEngine } from './engine';
export type { DynamoDbEngine, EmbeddedEngine, EngineOptions, Meter } from './engine';
export { DataDirectoryError } from './persistence/data-directory-error';
export { ServiceError } from './service-error';
export type { ChangeListener, TableChange } from './storage/change-feed';
