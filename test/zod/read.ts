import { ObjectSchema } from '../../src/model';
import { entityFromZod, ZodLike } from '../../src/zod';

/** The model's schema; mistakes are thrown, one a line. */
export function schemaOf(schema: ZodLike): ObjectSchema {
  const { _mistakes, _schema } = entityFromZod('todo', schema);
  if (_mistakes.length > 0) throw new Error(_mistakes.join('\n'));
  return _schema;
}
