import { Model, OperationName, PAGE_SIZE } from '../model';
import { Components } from './components';
import { OpenApi } from './document';
import { Entity, withArticle, words } from './entity';
import { ETAG_EXAMPLE } from './examples';
import { filterParameters } from './filter-parameters';
import { idSchema, visibleFields } from './schemas';

/** The parameters of an operation: of the path, the query and the header. */
export function parametersOf(entity: Entity, operation: OperationName, path: string, components: Components): OpenApi[] {
  return [
    ...pathParameters(entity, path),
    ...queryParameters(entity, operation),
    ...HEADERS.filter(({ isOf }) => isOf(operation, entity.model)).map(({ name, parameter }) => components.refer('parameters', name, () => ({ name, in: 'header', ...parameter }))),
  ];
}

function pathParameters({ model, noun }: Entity, path: string): OpenApi[] {
  const parents = model.scope.kind === 'parent' ? model.scope.parents : [];
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => {
    const parent = parents.find(({ pathParameter }) => pathParameter === name);
    return {
      name,
      in: 'path',
      required: true,
      description: `The id of the ${parent ? words(parent.entity) : noun}`,
      schema: parent ? { type: 'string' } : idSchema(model),
    };
  });
}

function queryParameters(entity: Entity, operation: OperationName): OpenApi[] {
  const { model } = entity;
  switch (operation) {
    case 'list':
      return [...pageParameters(entity), ...indexParameters(model), fields(entity), ...filterParameters(model)];
    case 'count':
      return [...indexParameters(model), ...filterParameters(model)];
    case 'get':
      return [fields(entity)];
    default:
      return [];
  }
}

function pageParameters({ nouns }: Entity): OpenApi[] {
  return [
    query('limit', `How many ${nouns} the page has at most; more than ${PAGE_SIZE.greatest} are taken as ${PAGE_SIZE.greatest}`,
      { type: 'integer', minimum: 1, default: PAGE_SIZE.default }),
    query('cursor', 'The `nextCursor` of the page before', { type: 'string' }),
    query('order', 'Ascending or descending, by id or by the sort attributes of the index', { type: 'string', enum: ['asc', 'desc'], default: 'asc' }),
  ];
}

function indexParameters({ indexes }: Model): OpenApi[] {
  const names = indexes.map(({ name }) => name);
  return [
    ...(names.length > 0 ? [query('index', 'The index to read by; absent: the one that serves the filter', { type: 'string', enum: names })] : []),
    query('consistent', 'Reads strongly, at twice the cost; not by an index', { type: 'boolean', default: false }),
  ];
}

function fields(entity: Entity): OpenApi {
  const names = visibleFields(entity.model);
  return {
    ...query('fields', `The members to answer, separated by commas; absent: all. Then ${withArticle(entity.noun)} has these alone, whatever its schema requires`,
      { type: 'array', items: { type: 'string', enum: names } }),
    style: 'form',
    explode: false,
  };
}

function query(name: string, description: string, schema: OpenApi): OpenApi {
  return { name, in: 'query', description, schema };
}

interface HeaderParameter {
  readonly name: string;
  readonly isOf: (operation: OperationName, model: Model) => boolean;
  readonly parameter: OpenApi;
}

const WRITES_OF_AN_ITEM: readonly OperationName[] = ['create', 'replace', 'update', 'upsert', 'restore'];

const HEADERS: readonly HeaderParameter[] = [
  {
    name: 'If-Match',
    isOf: (operation) => ['get', 'replace', 'update', 'upsert', 'delete', 'restore'].includes(operation),
    parameter: {
      description: 'Entity tags of which the item must have one, or `*` for any: otherwise the answer is 412 (RFC 9110, 13.1.1)',
      schema: { type: 'string' },
      example: ETAG_EXAMPLE,
    },
  },
  {
    name: 'If-None-Match',
    isOf: (operation) => ['create', 'get', 'replace', 'update', 'upsert', 'delete', 'restore'].includes(operation),
    parameter: {
      description: 'Entity tags of which the item must have none: otherwise a read is 304 and a write 412. `*`: there must be no item (RFC 9110, 13.1.2)',
      schema: { type: 'string' },
      example: '*',
    },
  },
  {
    name: 'Idempotency-Key',
    isOf: (operation, { request }) => request.idempotencyKey && ['create', 'replace', 'update', 'upsert'].includes(operation),
    parameter: {
      description: 'Marks repetitions of one request: the second one has the effect and the answer of the first, for 24 hours where it creates, else for the next three writes of the item',
      schema: { type: 'string', minLength: 1, maxLength: 255 },
      example: '8f14e45f-ceea-467f-a0f4-f8b5bc3f0f0a',
    },
  },
  {
    name: 'Prefer',
    isOf: (operation) => [...WRITES_OF_AN_ITEM, 'batch'].includes(operation),
    parameter: {
      description: '`return=minimal` asks for an answer without items (RFC 7240)',
      schema: { type: 'string' },
      example: 'return=minimal',
    },
  },
];
