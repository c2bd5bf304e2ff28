import { Model, OperationName, Route } from '../model';
import { Access } from './document';

/** An entity of the API, with the names that the document has for it. */
export interface Entity {
  readonly model: Model;
  readonly access: Access;
  /** `Todo`: begins the names of schemas and ends those of operations. */
  readonly name: string;
  /** `Todos`. */
  readonly plural: string;
  /** `todo`, `order line`: in sentences. */
  readonly noun: string;
  readonly nouns: string;
}

/** The entities of an API. One that is served at several paths has a number after the first. */
export function entitiesOf(models: readonly Model[], access: { readonly [entity: string]: Access } = {}): Entity[] {
  const taken = new Map<string, number>();
  return models.map((model) => {
    const { name, plural } = model.entity;
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    const suffix = count === 1 ? '' : String(count);
    return {
      model,
      access: access[name] ?? { kind: 'none' },
      name: capitalized(name) + suffix,
      plural: capitalized(plural) + suffix,
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
function capitalized(name: string): string {
  return name.split('-').filter(Boolean).map((part) => part[0].toUpperCase() + part.slice(1)).join('');
}

function words(name: string): string {
  return name.replace(/-/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
