import { Model } from '../model';
import { OperationModel } from '../operations';
import { routesOf } from '../routes';

const STATUSES = [200, 201, 204];
const MEMBER = /^[A-Za-z][A-Za-z0-9_-]*$/;
const ON_ITEM = ['get', 'replace', 'update', 'delete', 'restore'];

/** What is wrong with the operations of a model, each and together. */
export function checkOperations(model: Model): string[] {
  const operations = Object.entries(model.operations);
  if (operations.length === 0) return ['operations: none is left; name at least one, such as Operations.only(Operation.LIST)'];
  return [...operations.flatMap(([name, operation]) => checkOperation(name, operation)), ...checkTogether(model)];
}

function checkOperation(name: string, { path, successStatus, envelope }: OperationModel): string[] {
  const mistakes: string[] = [];
  if (!STATUSES.includes(successStatus)) {
    mistakes.push(`operations.${name}: successStatus must be one of ${STATUSES.join(', ')}, got ${successStatus}`);
  }
  if (envelope !== undefined && !MEMBER.test(envelope)) {
    mistakes.push(`operations.${name}: envelope must be letters, digits, '_' and '-', beginning with a letter, got '${envelope}'`);
  }
  const hasId = path.includes('{id}');
  if (ON_ITEM.includes(name) && !hasId) {
    mistakes.push(`operations.${name}: route must contain {id}, got '${path}'; it is the item that the operation works on`);
  }
  if (!ON_ITEM.includes(name) && hasId) {
    mistakes.push(`operations.${name}: route must not contain {id}, got '${path}'; the operation works on the collection`);
  }
  if (path !== '/' && path.endsWith('/')) {
    mistakes.push(`operations.${name}: route must not end with a slash, got '${path}'`);
  }
  return mistakes;
}

function checkTogether(model: Model): string[] {
  const seen = new Map<string, string>();
  const mistakes: string[] = [];
  for (const { operation, method, path } of routesOf(model)) {
    const key = `${method} ${path}`;
    const other = seen.get(key);
    if (other !== undefined) mistakes.push(`operations.${operation}: route ${key} is that of '${other}' too; give one of them another`);
    seen.set(key, operation);
  }
  return mistakes;
}
