import { Model } from '../model';
import { HttpMethod, OperationModel, OperationName } from '../operations';
import { routesOf } from '../routes';
import { isLiteralSegment } from './segments';

/** What an operation can be configured to. */
interface Choices {
  /** Whether its route names an item. */
  readonly on: 'item' | 'collection';
  readonly methods: readonly HttpMethod[];
  readonly statuses: readonly number[];
  /** Whether its answer holds an item, or items. */
  readonly hasItem: boolean;
}

/** GET is safe and has no body (RFC 9110, sections 9.2.1 and 9.3.1), so it reads and nothing else does. */
const READ: readonly HttpMethod[] = ['GET'];
/** A body in a DELETE has no meaning that all servers agree on (RFC 9110, section 9.3.5). */
const WRITE: readonly HttpMethod[] = ['POST', 'PUT', 'PATCH'];
const REMOVE: readonly HttpMethod[] = ['DELETE', ...WRITE];

const CHOICES: { readonly [name in OperationName]: Choices } = {
  create: { on: 'collection', methods: WRITE, statuses: [200, 201], hasItem: true },
  list: { on: 'collection', methods: READ, statuses: [200], hasItem: true },
  get: { on: 'item', methods: READ, statuses: [200], hasItem: true },
  replace: { on: 'item', methods: WRITE, statuses: [200, 201], hasItem: true },
  update: { on: 'item', methods: WRITE, statuses: [200, 201], hasItem: true },
  delete: { on: 'item', methods: REMOVE, statuses: [200, 204], hasItem: false },
  upsert: { on: 'collection', methods: WRITE, statuses: [200, 201], hasItem: true },
  batch: { on: 'collection', methods: WRITE, statuses: [200], hasItem: false },
  count: { on: 'collection', methods: READ, statuses: [200], hasItem: false },
  clear: { on: 'collection', methods: REMOVE, statuses: [200], hasItem: false },
  restore: { on: 'item', methods: WRITE, statuses: [200, 201], hasItem: true },
};

/** Members of a page beside the items. */
const PAGE_MEMBERS = ['nextCursor', 'count'];
const MEMBER = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** What is wrong with the operations of a model, each and together. */
export function checkOperations(model: Model): string[] {
  const operations = Object.entries(model.operations) as [OperationName, OperationModel][];
  if (operations.length === 0) return ['operations: none is left; name at least one, such as Operations.only(Operation.LIST)'];
  return [
    ...operations.flatMap(([name, operation]) =>
      [...checkRoute(CHOICES[name], operation), ...checkAnswer(name, operation, model)].map((mistake) => `operations.${name}: ${mistake}`)),
    ...checkRoutes(model),
  ];
}

function checkRoute({ on, methods }: Choices, { method, path }: OperationModel): string[] {
  const mistakes: string[] = [];
  const segments = path.slice(1).split('/');
  const ids = segments.filter((segment) => segment === '{id}').length;
  if (!methods.includes(method)) mistakes.push(`route must use ${methods.join(', ')}, got '${method} ${path}'`);
  if (path !== '/' && !segments.every((segment) => segment === '{id}' || isLiteralSegment(segment))) {
    mistakes.push(`route must be '/' or segments of letters, digits and '._~-' or {id}, without a final slash, got '${path}'`);
  } else if (on === 'item' && ids !== 1) {
    mistakes.push(`route must contain {id} once, got '${path}'; it is the item that the operation works on`);
  } else if (on === 'collection' && ids > 0) {
    mistakes.push(`route must not contain {id}, got '${path}'; the operation works on the collection`);
  }
  return mistakes;
}

function checkAnswer(name: OperationName, { successStatus, envelope }: OperationModel, { response }: Model): string[] {
  const { statuses, hasItem } = CHOICES[name];
  const mistakes: string[] = [];
  if (!statuses.includes(successStatus)) {
    const hint = successStatus === 204 ? '; the answer has a body, which 204 forbids (clients that want none send Prefer: return=minimal)' : '';
    mistakes.push(`successStatus must be ${statuses.join(' or ')}, got ${successStatus}${hint}`);
  }
  if (envelope === undefined) return mistakes;
  if (!MEMBER.test(envelope)) mistakes.push(`envelope must be letters, digits, '_' and '-', beginning with a letter, got '${envelope}'`);
  if (!hasItem) mistakes.push(`envelope '${envelope}' would hold nothing, since the answer has no item; leave it out`);
  if (name === 'list' && PAGE_MEMBERS.includes(envelope)) mistakes.push(`envelope '${envelope}' is a member of every page already; use another name`);
  if (name === 'list' && response.list === 'bareArray') mistakes.push(`envelope '${envelope}' contradicts response.list ListBody.BARE_ARRAY; drop one`);
  return mistakes;
}

function checkRoutes(model: Model): string[] {
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
