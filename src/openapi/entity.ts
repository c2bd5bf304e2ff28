import { Model, OperationName, Route } from '../model';
import { Access } from './document';
import { Names } from './names';

/** An entity of the API, with the names that the document has for it. */
export interface Entity {
  readonly model: Model;
  readonly access: Access;
  /** `Todo`: begins the names of schemas and ends those of operations. */
  readonly name: string;
  /** `Todos`: ends the names of operations on the collection. */
  readonly plural: string;
  /** `todo`, `order line`: in sentences. */
  readonly noun: string;
  readonly nouns: string;
}

/** The entities of an API. Where another has its names, as one that is served at several paths, a number follows them. */
export function entitiesOf(models: readonly Model[], access: { readonly [path: string]: Access } = {}): Entity[] {
  const names = new Names();
  return models.map((model) => {
    const { name, plural } = model.entity;
    return {
      model,
      access: access[model.path] ?? { kind: 'none' },
      ...names.take(capitalized(name), capitalized(plural)),
      noun: words(name),
      nouns: words(plural),
    };
  });
}

/** Operations on the collection; the others are on one item. */
const ON_COLLECTION: readonly OperationName[] = ['list', 'count', 'clear', 'batch'];

/** `createTodo`, `listTodos`, `headTodos`. */
export function operationId({ name, plural }: Entity, { operation, method }: Route): string {
  return (method === 'HEAD' ? 'head' : operation) + (ON_COLLECTION.includes(operation) ? plural : name);
}

export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** `order-line` is `OrderLine`. */
export function capitalized(name: string): string {
  return name.split('-').filter(Boolean).map((part) => part[0].toUpperCase() + part.slice(1)).join('');
}

/** `order-line` and `orderLine` are `order line`. */
export function words(name: string): string {
  return name.replace(/-/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
