export * from './annotations';
export * from './assembly';
export * from './assembly-error';
export { LOCAL_ENVIRONMENT } from './environment';
export * from './inventory';
export * from './read-assembly';
