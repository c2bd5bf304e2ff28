import { Model } from '../model';
import { checkCounts } from './check-counts';
import { checkIndexes } from './check-indexes';
import { checkOperations } from './check-operations';
import { checkMembers } from './check-schema';
import { checkScope } from './check-scope';
import { checkTogether } from './check-together';
import { isLiteralSegment } from './segments';

const ENTITY_NAME = /^[A-Za-z][A-Za-z0-9-]{0,63}$/;
const VARIABLE = /^\{[A-Za-z][A-Za-z0-9_]*\}$/;
const PARAMETER = /^[A-Za-z][A-Za-z0-9_]*$/;

/** Lambda's limit of a synchronous invocation. @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const INVOCATION_BYTES = 6 * 1024 * 1024;

/** Everything that is wrong with a model: one message a mistake, with its place, the value and the fix. */
export function checkModel(model: Model): string[] {
  const { entity, schema, path, pathParameter, request, response } = model;
  const mistakes: string[] = [];
  const require = (ok: boolean, mistake: string) => { if (!ok) mistakes.push(mistake); };

  // a default that follows from a wrong name is no second mistake
  const isNamed = ENTITY_NAME.test(entity.name);
  const isPlural = ENTITY_NAME.test(entity.plural);
  require(isNamed,
    `entity name: must be 1 to 64 letters, digits and '-', beginning with a letter, got '${entity.name}'`);
  require(isPlural || (!isNamed && entity.plural === `${entity.name}s`),
    `${entity.name}.plural: must be 1 to 64 letters, digits and '-', beginning with a letter, got '${entity.plural}'`);
  mistakes.push(...checkCounts(model));
  require(isPath(path) || (!isPlural && path.endsWith(`/${entity.plural}`)),
    `path: must be segments of letters, digits and '._~-' with a leading and no trailing slash, such as '/v1/todos', got '${path}'`);
  require(PARAMETER.test(pathParameter),
    `pathParameter: must be letters, digits and '_', beginning with a letter, got '${pathParameter}'`);
  require(Number.isInteger(request.maxBodyBytes) && request.maxBodyBytes > 0 && request.maxBodyBytes <= INVOCATION_BYTES,
    `request.maxBodySize: must be 1 byte to 6 MiB (the limit of a Lambda invocation), got ${request.maxBodyBytes} bytes`);
  require(response.publicUrl === undefined || isBaseUrl(response.publicUrl),
    `response.publicUrl: must be an http or https URL without query and final slash, such as 'https://api.example.com', got '${response.publicUrl}'`);
  require(entity.softDeleteSeconds === undefined || (Number.isInteger(entity.softDeleteSeconds) && entity.softDeleteSeconds > 0),
    `${entity.name}: softDelete must be whole seconds, at least one, got ${entity.softDeleteSeconds} seconds`);
  mistakes.push(...checkMembers(entity.name, schema));
  return mistakes.concat([checkScope, checkIndexes, checkOperations, checkTogether].flatMap((check) => check(model)));
}

function isPath(path: string): boolean {
  const [first, ...segments] = path.split('/');
  return first === '' && segments.length > 0 && segments.every((segment) => isLiteralSegment(segment) || VARIABLE.test(segment));
}

/** What `Location` and `Link` can begin with. */
function isBaseUrl(text: string): boolean {
  return /^https?:\/\/[^/?#\s]+(\/[^?#\s]*[^/?#\s])?$/.test(text) && URL.canParse(text);
}
