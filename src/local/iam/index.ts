export * from './authorize';
export * from './check-policies';
export * from './dynamodb-requests';
export * from './evaluate';
export * from './policies-of';
export * from './policy';
export * from './principal';
