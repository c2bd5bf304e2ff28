export { UnsupportedAppError } from './blueprint';
export { describeApis, type DescribedApi } from './describe-apis';
export { PortInUseError } from './doors';
export type * from './local-cloud';
export { listRoutes, type RouteListing } from './list-routes';
export type { LoggedCall, RequestLog, RequestRecord } from './request-log';
export { startLocal } from './start-local';
