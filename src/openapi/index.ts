export type { Access, ApiInfo, OpenApi } from './document';
export { openapiOf } from './openapi-of';
