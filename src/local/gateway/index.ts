export type { TokenVerifier } from './authorizer';
export * from './http-api';
export { type GatewayAnswer, type GatewayServices, HttpGateway } from './http-gateway';
export { HTTP_API_TYPES, readHttpApis } from './read-http-apis';
export { newRequestId } from './identifiers';
