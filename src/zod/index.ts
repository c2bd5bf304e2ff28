export { entityFromZod } from './entity-from-zod';
export * from './types';
export type { ZodLike } from './zod-like';
