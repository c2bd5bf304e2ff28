export * from './message';
export { MAX_BODY_BYTES } from './read-request';
export { type HttpHandler, type HttpServer, startServer } from './server';
