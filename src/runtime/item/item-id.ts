import { EntityModel, Model } from '../../model';

/** Without characters that a path would have to encode. */
const CHOSEN = /^[A-Za-z0-9._~-]{1,128}$/;
const GENERATED = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether an item can have this id; one that cannot is not found, without asking the store. */
export function isPossibleId(model: Model, id: string): boolean {
  // a table that exists has ids of its own making
  return (isGenerated(model.entity) && model.scope.kind !== 'item' ? GENERATED : CHOSEN).test(id);
}

export function isGeneratedId(id: string): boolean {
  return GENERATED.test(id);
}

export function isChosenId(id: string): boolean {
  return CHOSEN.test(id);
}

/** What is wrong with an id that a client chooses, or nothing. */
export function chosenIdMistake(model: Model, id: unknown): string | undefined {
  if (typeof id !== 'string' || !CHOSEN.test(id)) return "must be 1 to 128 of the characters A-Z a-z 0-9 '.' '_' '~' '-'";
  // clients and proxies resolve dots; a literal segment is another route
  if (id === '.' || id === '..' || reservedSegments(model).includes(id)) return `'${id}' is part of the API's own paths, so no item can have it`;
  return undefined;
}

export function isGenerated(entity: EntityModel): boolean {
  return entity.itemId === 'generated';
}

/** `count` of `/todos/count`: literal segments where an id would stand. */
function reservedSegments({ operations }: Model): string[] {
  return Object.values(operations).map(({ path }) => path.split('/')[1]).filter((segment) => segment !== '' && !segment.startsWith('{'));
}
