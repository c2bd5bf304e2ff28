import { EntitySchema, EntitySchemaOptions } from '../entity-schema';
import { findProblems } from './find-problems';
import { TypedEntitySchema, WithServerFields } from './types';
import { zodDocument } from './zod-document';
import { ZodLike } from './zod-like';

/**
 * The entity that a zod schema describes (zod 4.2 and later), with the types of its items for a typed client.
 *
 * `unique`, `immutable`, `filterable`, `readOnly` and `writeOnly` are said with `.meta()`. What zod can express and JSON Schema cannot (a refinement, a
 * transform …) is a mistake that the construct reports, with its place and the fix. Formats mean what they mean for every entity: an e-mail address or a
 * date is judged by this package. Members that an object does not name are refused, not dropped.
 *
 * @example
 * const Todo = z.object({
 *   title: z.string().min(1).max(200),
 *   completed: z.boolean().default(false).meta({ filterable: true }),
 * });
 * entityFromZod('todo', Todo)
 */
export function entityFromZod<Input, Output>(
  name: string, schema: ZodLike<Input, Output>, options?: EntitySchemaOptions,
): TypedEntitySchema<Input, WithServerFields<Output>> {
  const problems = isZod(schema) ? findProblems(schema, name) : [`${name}: must be given a schema of zod 4.2 or later`];
  const entity = EntitySchema.fromJsonSchema(name, problems.length > 0 ? NO_FIELDS : zodDocument(schema), options);
  entity._mistakes.push(...problems);
  return entity;
}

/** Stands for a schema that has no document. */
const NO_FIELDS = { type: 'object' };

function isZod(schema: unknown): boolean {
  const { _zod: internals, '~standard': standard } = (schema ?? {}) as Partial<ZodLike>;
  return internals !== undefined && standard?.jsonSchema !== undefined;
}
