export { AssemblyError } from './assembly';
export * from './cloud';
export { TemplateError } from './property-reader';
export * from './synth';
