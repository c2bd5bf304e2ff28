export { AssemblyError } from './assembly';
export * from './cloud';
export { DataDirectoryError } from './dynamodb';
export { TemplateError } from './property-reader';
export * from './synth';
