import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exampleItem } from './example-item';
import { ASSET_FILES, Json, matchRoute, Model, Route, routesOf } from '../../model';

/** The entity that a function serves, as its asset says. */
export class Entity {
  /** Undefined for functions of other packages. */
  public static async read(directory: string): Promise<Entity | undefined> {
    const text = await readFile(join(directory, ASSET_FILES.model), 'utf8').catch(() => undefined);
    return text === undefined ? undefined : new Entity(JSON.parse(text) as Model);
  }

  private readonly routes: readonly Route[];

  private constructor(public readonly model: Model) {
    this.routes = routesOf(model);
  }

  /** What a request is: `list`. */
  public operationOf(method: string, path: string): string | undefined {
    const match = matchRoute(this.routes, method, path);
    return match.found === 'route' ? match.route.operation : undefined;
  }

  /** A body to try the route with, if it creates an item. */
  public exampleFor(routeKey: string): Json | undefined {
    const create = this.routes.find(({ operation }) => operation === 'create');
    return create && routeKey === `${create.method} ${create.path}` ? exampleItem(this.model.schema) : undefined;
  }
}
