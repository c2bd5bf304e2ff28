import { OperationName, ProblemStatus } from '../model';
import { batchResultExample, batchResultRef } from './batch';
import { Components } from './components';
import { JSON_TYPE, OpenApi } from './document';
import { Entity } from './entity';
import { HeaderName, headersOf } from './headers';
import { PROBLEM_HEADERS, problemResponses } from './problems';
import { itemExample, itemRef } from './schemas';

/** The answers of an operation, by status. */
export function responsesOf(entity: Entity, operation: OperationName, components: Components): { [status: string]: OpenApi } {
  return { ...successes(entity, operation, components), ...problemResponses(entity, operation, components) };
}

/** An answer to HEAD has the headers of that to GET, and no body. */
export function withoutContent(responses: { readonly [status: string]: OpenApi }, components: Components): { [status: string]: OpenApi } {
  return Object.fromEntries(Object.entries(responses).map(([status, response]) => {
    if (response.$ref === undefined) {
      const { content: _, ...rest } = response;
      return [status, rest];
    }
    const headers = PROBLEM_HEADERS[Number(status) as ProblemStatus] ?? [];
    return [status, { description: 'As for GET, without a body', headers: headersOf(components, ...headers) }];
  }));
}

function successes(entity: Entity, operation: OperationName, components: Components): { [status: string]: OpenApi } {
  const { model, noun, nouns } = entity;
  const { successStatus, createdStatus } = model.operations[operation]!;
  const answer = (description: string, value: Content, ...headers: HeaderName[]): OpenApi => ({
    description, headers: headersOf(components, ...headers), content: { [JSON_TYPE]: value },
  });
  /** Of what a PUT may create. */
  const location = model.entity.itemId === 'clientChosen' || operation === 'upsert' ? 'Location' as const : undefined;

  switch (operation) {
    case 'create':
      return { [successStatus]: answer(`The ${noun} is created`, item(entity, operation, components), 'ETag', 'Location', ...written(entity)), ...minimal(entity, components, 'Location') };
    case 'upsert':
    case 'replace':
      return {
        [successStatus]: answer(`The ${noun} is replaced`, item(entity, operation, components), 'ETag', ...(location && !createdStatus ? [location] : []), ...written(entity)),
        ...(location && createdStatus && { [createdStatus]: answer(`The ${noun} is created`, item(entity, operation, components), 'ETag', location, ...written(entity)) }),
        ...minimal(entity, components, ...(location ? [location] : [])),
      };
    case 'update':
      return { [successStatus]: answer(`The ${noun} is changed`, item(entity, operation, components), 'ETag', ...written(entity)), ...minimal(entity, components) };
    case 'restore':
      return { [successStatus]: answer(`The ${noun} is back`, item(entity, operation, components), 'ETag', 'Preference-Applied'), ...minimal(entity, components) };
    case 'get':
      return {
        [successStatus]: answer(`The ${noun}`, item(entity, operation, components), 'ETag'),
        304: { description: `The ${noun} is what the client has`, headers: headersOf(components, 'ETag') },
      };
    case 'list':
      return { [successStatus]: answer(`A page of ${nouns}`, page(entity, components), 'Link') };
    case 'delete':
      return { [successStatus]: { description: `The ${noun} is deleted`, headers: headersOf(components) } };
    case 'count':
      return { [successStatus]: answer(`How many ${nouns} there are`, counted(components, 'Count', 'count', 'false: there are more, which the request had no time to count')) };
    case 'clear':
      return { [successStatus]: answer(`How many ${nouns} are deleted`, counted(components, 'Deletion', 'deleted', 'false: some are left, which another request deletes')) };
    case 'batch': {
      const results = { schema: batchResultRef(entity, components), example: batchResultExample(entity) };
      return { [successStatus]: answer('All actions have taken effect', results, 'Preference-Applied'), 207: answer('What became of each action', results, 'Preference-Applied') };
    }
  }
}

interface Content {
  readonly schema: OpenApi;
  readonly example?: unknown;
}

/** Headers of the answer to a write. */
function written({ model }: Entity): HeaderName[] {
  return ['Preference-Applied', ...(model.request.idempotencyKey ? ['Idempotency-Replayed' as const] : [])];
}

/** The answer to `Prefer: return=minimal`. */
function minimal(entity: Entity, components: Components, ...headers: HeaderName[]): { [status: string]: OpenApi } {
  return { 204: { description: 'Done, without the item, as `Prefer` asks', headers: headersOf(components, 'ETag', ...headers, ...written(entity)) } };
}

function item(entity: Entity, operation: OperationName, components: Components): Content {
  const { envelope } = entity.model.operations[operation]!;
  const content = { schema: itemRef(entity, components), example: itemExample(entity) };
  return shaped(envelope === undefined ? content : {
    schema: { type: 'object', properties: { [envelope]: content.schema }, required: [envelope] },
    example: content.example && { [envelope]: content.example },
  });
}

function page(entity: Entity, components: Components): Content {
  const { response, operations } = entity.model;
  const member = operations.list?.envelope ?? 'items';
  const items = { type: 'array', items: itemRef(entity, components) };
  const example = itemExample(entity);
  if (response.list === 'bareArray') return shaped({ schema: items, example: example && [example] });
  const hasCount = response.list === 'pageWithCount';
  return shaped({
    schema: components.refer('schemas', `${entity.name}Page`, () => ({
      description: `Some of the ${entity.nouns}`,
      type: 'object',
      properties: {
        [member]: items,
        ...(hasCount && { count: { type: 'integer', minimum: 0, description: 'How many the page has' } }),
        nextCursor: { type: 'string', description: 'For the next page; absent on the last one' },
      },
      required: [member, ...(hasCount ? ['count'] : [])],
    })),
    example: example && { [member]: [example], ...(hasCount && { count: 1 }) },
  });
}

function counted(components: Components, name: string, member: string, complete: string): Content {
  return {
    schema: components.refer('schemas', name, () => ({
      type: 'object',
      properties: { [member]: { type: 'integer', minimum: 0 }, complete: { type: 'boolean', description: complete } },
      required: [member, 'complete'],
    })),
    example: { [member]: 42, complete: true },
  };
}

function shaped({ schema, example }: Content): Content {
  return { schema, ...(example !== undefined && { example }) };
}
