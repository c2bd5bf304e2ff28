export type { Claims } from './jwt';
export { LocalIssuer, type TokenRequest } from './local-issuer';
