import { Model, routesOf } from '../model';
import { Components } from './components';
import { ApiInfo, OpenApi } from './document';
import { entitiesOf } from './entity';
import { operationOf } from './operations';

/**
 * The OpenAPI 3.1 document of an API: a projection of its models, with every operation, parameter, header, status and code.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
export function openapiOf(models: readonly Model[], { title, version, description, contact, license, servers, access }: ApiInfo): OpenApi {
  const components = new Components();
  const entities = entitiesOf(models, access);
  const paths: { [path: string]: { [method: string]: OpenApi } } = {};
  for (const entity of entities) {
    for (const route of routesOf(entity.model)) {
      (paths[route.path] ??= {})[route.method.toLowerCase()] = operationOf(entity, route, components);
    }
  }
  return {
    openapi: '3.1.1',
    info: {
      title,
      version,
      description: description ?? `Creates, reads, changes and deletes ${entities.map(({ nouns }) => nouns).join(', ')}.`,
      contact: contact ?? { name: title },
      license: license ?? { name: 'No licence is given', identifier: 'NONE' },
    },
    servers: servers ?? [{ url: '/', description: 'Where this document is' }],
    tags: entities.map(({ plural, model, noun }) => ({ name: plural, description: model.schema.description ?? `Everything about a ${noun}` })),
    paths,
    components: components.toDocument(),
  };
}
