import { fromJsonSchema, ObjectSchema } from '../../src/model';
import { ZodLike } from '../../src/zod/zod-like';
import { findProblems } from '../../src/zod/find-problems';
import { zodDocument } from '../../src/zod/zod-document';

export function schemaOf(schema: ZodLike): ObjectSchema {
  const problems = findProblems(schema, 'todo');
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const intake = fromJsonSchema(zodDocument(schema));
  if ('issues' in intake) throw new Error(intake.issues.map(({ pointer, detail }) => `todo${pointer}: ${detail}`).join('\n'));
  return intake.schema;
}
