export * from './canonical';
export * from './environment';
export * from './json-schema';
export * from './model';
export * from './operations';
export * from './routes';
export * from './stored-form';
export * from './validation';
