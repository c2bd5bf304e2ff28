export { Bucket } from './bucket';
export type { Behavior, Distribution, ErrorResponse, Origin } from './distribution';
export { Edge, type EdgeServices } from './edge';
export { BUCKET_TYPES, type Localize, readBuckets } from './read-buckets';
export { DISTRIBUTION_TYPES, readDistributions } from './read-distributions';
