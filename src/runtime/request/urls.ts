import { Target } from './route';
import { Model, OperationModel, OPERATION_DEFAULTS } from '../../model';

/** Where the entity's items are for the client: with stage and base path, or at the public address. Never from Host or X-Forwarded headers, which anyone can send. */
export function collectionUrl({ path, response }: Model, { basePath, parameters }: Target): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parameters[name]));
  return (response.publicUrl ?? basePath) + filled;
}

/** The address of an operation on the collection as a whole. */
export function operationUrl({ path }: OperationModel, collection: string): string {
  return path === '/' ? collection : collection + path;
}

/** The address of an item: that of the first operation that works on one. */
export function itemUrl({ operations }: Model, collection: string, id: string): string {
  const { get, update, replace, delete: remove } = operations;
  const { path } = get ?? update ?? replace ?? remove ?? OPERATION_DEFAULTS.get;
  return collection + path.replace('{id}', encodeURIComponent(id));
}
