import { OperationName, Route } from '../model';
import { Components } from './components';
import { OpenApi } from './document';
import { Entity, operationId, withArticle } from './entity';
import { parametersOf } from './parameters';
import { requestBodyOf } from './requests';
import { responsesOf, withoutContent } from './responses';
import { securityOf } from './security';

/** What an operation does, in a line and in a few sentences. */
const TEXTS: { readonly [operation in OperationName]: (entity: Entity) => { readonly summary: string; readonly description: string } } = {
  create: ({ noun }) => ({
    summary: `Create ${withArticle(noun)}`,
    description: `Stores a new ${noun} and answers it, with its path in \`Location\`.`,
  }),
  list: ({ nouns }) => ({
    summary: `List ${nouns}`,
    description: 'Answers a page. A page can be short or empty and still have a next one: only the absence of `nextCursor` is the end. '
      + 'Filters are joined by AND; parameters that are not listed are refused.',
  }),
  get: ({ noun }) => ({ summary: `Read ${withArticle(noun)}`, description: `Answers the ${noun}, or 304 if \`If-None-Match\` names its version.` }),
  replace: ({ noun }) => ({
    summary: `Replace ${withArticle(noun)}`,
    description: 'Sets every member that the body has and removes every other one. What the server sets is ignored in the body.',
  }),
  update: ({ noun }) => ({
    summary: `Change ${withArticle(noun)}`,
    description: `Applies a merge patch (RFC 7396) to the ${noun}. Members that the patch does not name stay; it never creates.`,
  }),
  delete: ({ noun, model: { entity: { softDeleteSeconds } } }) => ({
    summary: `Delete ${withArticle(noun)}`,
    description: softDeleteSeconds === undefined ? `Deletes the ${noun} for good.` : `Deletes the ${noun}, which can be restored for ${inWords(softDeleteSeconds)}.`,
  }),
  upsert: ({ noun }) => ({
    summary: `Create or replace ${withArticle(noun)}`,
    description: `Stores the ${noun} under the id in the body, whether there is one or not.`,
  }),
  batch: ({ nouns }) => ({
    summary: `Write several ${nouns}`,
    description: 'Takes up to 100 actions, one for an item: all of them or none, or each by itself with `atomic: false`.',
  }),
  count: ({ nouns }) => ({ summary: `Count ${nouns}`, description: `Counts the ${nouns} that the filter leaves, as far as one request can read.` }),
  clear: ({ nouns }) => ({ summary: `Delete all ${nouns}`, description: `Deletes ${nouns} for good, as many as one request can.` }),
  restore: ({ noun }) => ({ summary: `Restore ${withArticle(noun)}`, description: `Brings back a deleted ${noun}.` }),
};

const UNITS: [name: string, seconds: number][] = [['day', 86_400], ['hour', 3600], ['minute', 60], ['second', 1]];

/** In the greatest unit of which it is a whole number: `7 days`. */
function inWords(seconds: number): string {
  const [name, size] = UNITS.find(([, unit]) => seconds % unit === 0)!;
  const count = seconds / size;
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

/** The document's operation of a route. */
export function operationOf(entity: Entity, route: Route, components: Components): OpenApi {
  const { operation, path, method } = route;
  const { summary, description } = TEXTS[operation](entity);
  const isHead = method === 'HEAD';
  const requestBody = requestBodyOf(entity, operation, components);
  const responses = responsesOf(entity, operation, components);
  const parameters = parametersOf(entity, operation, path, components);
  return {
    operationId: operationId(entity, route),
    summary: isHead ? `${summary}, headers only` : summary,
    description: isHead ? `As GET, without a body. ${description}` : description,
    tags: [entity.plural],
    security: securityOf(entity.access, components),
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody && { requestBody }),
    responses: isHead ? withoutContent(responses, components) : responses,
  };
}
