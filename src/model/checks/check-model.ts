import { Model } from '../model';
import { checkIndexes } from './check-indexes';
import { checkOperations } from './check-operations';
import { checkMembers } from './check-schema';
import { checkScope } from './check-scope';

const ENTITY_NAME = /^[A-Za-z][A-Za-z0-9-]{0,63}$/;
const PATH = /^(\/[A-Za-z0-9._~-]+|\/\{[A-Za-z][A-Za-z0-9_]*\})+$/;
const PARAMETER = /^[A-Za-z][A-Za-z0-9_]*$/;

/** Lambda's limit of a synchronous invocation. @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const INVOCATION_BYTES = 6 * 1024 * 1024;

/** Everything that is wrong with a model: one message a mistake, with its place, the value and the fix. */
export function checkModel(model: Model): string[] {
  const { entity, schema, path, pathParameter, request } = model;
  const mistakes: string[] = [];
  const require = (ok: boolean, mistake: string) => { if (!ok) mistakes.push(mistake); };

  require(ENTITY_NAME.test(entity.name),
    `entity name: must be 1 to 64 letters, digits and '-', beginning with a letter, got '${entity.name}'`);
  require(ENTITY_NAME.test(entity.plural),
    `${entity.name}.plural: must be 1 to 64 letters, digits and '-', beginning with a letter, got '${entity.plural}'`);
  require(Object.keys(schema.properties).length > 0,
    `${entity.name}: has no fields; give it at least one, such as { title: Field.text() }`);
  require(PATH.test(path),
    `path: must be segments of letters, digits and '._~-' with a leading and no trailing slash, such as '/v1/todos', got '${path}'`);
  require(PARAMETER.test(pathParameter),
    `pathParameter: must be letters, digits and '_', beginning with a letter, got '${pathParameter}'`);
  require(Number.isInteger(request.maxBodyBytes) && request.maxBodyBytes > 0 && request.maxBodyBytes <= INVOCATION_BYTES,
    `request.maxBodySize: must be 1 byte to 6 MiB (the limit of a Lambda invocation), got ${request.maxBodyBytes} bytes`);
  return [...mistakes, ...checkMembers(entity.name, schema), ...checkScope(model), ...checkIndexes(model), ...checkOperations(model)];
}
