export type * from './local-cloud';
export type * from './start-options';
export { startLocal } from './start-local';
