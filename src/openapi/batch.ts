import { JsonSchema, Model, OperationName } from '../model';
import { Components } from './components';
import { OpenApi } from './document';
import { Entity } from './entity';
import { ETAG_EXAMPLE, SERVER_EXAMPLES } from './examples';
import { violationRef } from './problem-schemas';
import { inputExample, inputRef, idSchema, itemExample, itemRef, patchRef } from './schemas';

/** DynamoDB's limit of a transaction. @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const MOST_ACTIONS = 100;

const ACTIONS: readonly OperationName[] = ['create', 'replace', 'update', 'delete'];

/** The body of a batch: an action for each operation that the API has. */
export function batchRef(entity: Entity, components: Components): OpenApi {
  return components.refer('schemas', `${entity.name}Batch`, () => ({
    description: `Actions on ${entity.nouns}, in their order`,
    type: 'object',
    properties: {
      // no keyword `default`: generated clients would demand the member
      atomic: { type: 'boolean', description: 'All actions or none; `false`: each by itself, and the answer is 207. Absent: `true`' },
      actions: { type: 'array', minItems: 1, maxItems: MOST_ACTIONS, items: { oneOf: actionsOf(entity.model).map((action) => actionSchema(entity, action, components)) } },
    },
    required: ['actions'],
    additionalProperties: false,
  }));
}

export function batchExample(entity: Entity): OpenApi | undefined {
  const item = inputExample(entity, entity.model.entity.itemId === 'clientChosen');
  const actions = [
    ...(entity.model.operations.create && item ? [{ action: 'create', item }] : []),
    ...(entity.model.operations.delete ? [{ action: 'delete', id: SERVER_EXAMPLES.id, ifMatch: ETAG_EXAMPLE }] : []),
  ];
  return actions.length > 0 ? { atomic: true, actions } : undefined;
}

/** What became of each action, in their order. */
export function batchResultRef(entity: Entity, components: Components): OpenApi {
  return components.refer('schemas', `${entity.name}BatchResult`, () => ({
    description: 'What became of each action, in their order',
    type: 'object',
    properties: {
      results: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            status: { type: 'integer', description: 'As if the action had been a request' },
            id: idSchema(entity.model),
            etag: { type: 'string' },
            location: { type: 'string', format: 'uri-reference' },
            item: itemRef(entity, components),
            problem: {
              type: 'object',
              properties: { code: { type: 'string' }, detail: { type: 'string' }, errors: { type: 'array', items: violationRef(components) } },
              required: ['code', 'detail'],
            },
          },
          required: ['status'],
        },
      },
    },
    required: ['results'],
  }));
}

export function batchResultExample(entity: Entity): OpenApi {
  const item = itemExample(entity);
  return { results: [{ status: 201, etag: ETAG_EXAMPLE, ...(item && { item }) }, { status: 204, id: SERVER_EXAMPLES.id }] };
}

function actionsOf({ operations }: Model): OperationName[] {
  return ACTIONS.filter((name) => operations[name]);
}

function actionSchema(entity: Entity, action: OperationName, components: Components): OpenApi {
  const demandsId = entity.model.entity.itemId === 'clientChosen' && action === 'create';
  const id: JsonSchema = idSchema(entity.model);
  const ifMatch: JsonSchema = { type: 'string', description: 'As the header If-Match' };
  const members: { readonly [name: string]: unknown } = {
    create: { item: inputRef(entity, components, demandsId) },
    replace: { id, item: inputRef(entity, components), ifMatch },
    update: { id, patch: patchRef(entity, components), ifMatch },
    delete: { id, ifMatch },
  }[action as 'create' | 'replace' | 'update' | 'delete'];
  return {
    type: 'object',
    properties: { action: { type: 'string', const: action }, ...members },
    required: ['action', ...Object.keys(members).filter((name) => name !== 'ifMatch')],
    additionalProperties: false,
  };
}
