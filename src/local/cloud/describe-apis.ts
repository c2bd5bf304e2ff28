import { canonicalJson, Model, routesOf } from '../../model';
import type { Access } from '../../openapi';
import { DEFAULT_ROUTE, HttpApi, Route } from '../gateway';
import { readBlueprint } from './blueprint';
import { Entity } from './entity';
import { stagePaths } from './local-cloud';
import { unqualifiedArn } from './names';

/** What an HTTP API serves of this package's entities, for its OpenAPI document. */
export interface DescribedApi {
  readonly name: string;
  /** In the order of the template's routes; none: all its functions are of other packages. */
  readonly models: readonly Model[];
  /** Who may call, by the entity's path. */
  readonly access: { readonly [path: string]: Access };
  /** Its stage in the paths of requests, `/prod`; empty if that has no name. */
  readonly basePath: string;
}

/** The entity that a function serves, by its ARN. */
export type FindEntity = (functionArn: string) => Entity | undefined;

/** The HTTP APIs of an assembly, without running anything. */
export async function describeApis(directory: string): Promise<DescribedApi[]> {
  const { apis, functions } = await readBlueprint(directory, false);
  const entities = new Map(await Promise.all(functions.map(async ({ configuration }) => (
    [configuration.arn, await Entity.read(configuration.directory)] as const
  ))));
  return apis.map((api) => describeApi(api, (functionArn) => entities.get(unqualifiedArn(functionArn))));
}

/** The functions of an entity have the same model each; who may call is what the routes' authorizers say. */
export function describeApi(api: HttpApi, findEntity: FindEntity): DescribedApi {
  const models = new Map<string, Model>();
  const access: { [path: string]: Access } = {};
  for (const route of api.routes) {
    const model = modelBehind(route, findEntity);
    if (!model) continue;
    models.set(canonicalJson(model), model);
    access[model.path] = accessOf(route);
  }
  return { name: api.name, models: [...models.values()], access, basePath: stagePaths(api)[0] ?? '' };
}

/** Of a route to one of the entity's operations, or to all of a path; the function behind `$default` answers what is none. */
function modelBehind({ key, integration }: Route, findEntity: FindEntity): Model | undefined {
  if (key === DEFAULT_ROUTE) return undefined;
  const [method, path] = key.split(' ');
  const model = findEntity(integration.functionArn)?.model;
  return model && routesOf(model).some((route) => route.path === path && (method === 'ANY' || method === route.method)) ? model : undefined;
}

function accessOf({ authorizer }: Route): Access {
  return authorizer ? { kind: 'jwt', issuer: authorizer.issuer, audience: authorizer.audience } : { kind: 'none' };
}
