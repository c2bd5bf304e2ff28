export { AssemblyError } from './assembly';
export * from './cloud';
export { DataDirectoryError, FAULT_KINDS, FAULTS, seededFaults, ServiceError } from './dynamodb';
export type { ChooseFault, DynamoDbEngine, ErrorAnswer, FaultKind, FaultRates, FaultyCall, SeededFaults } from './dynamodb';
export { TemplateError } from './property-reader';
export * from './synth';
