import { ITEM_BYTES, NESTING_LEVELS } from '../limits';
import { validationError } from '../service-error';
import { AttributeValue, Item } from '../values/attribute-value';
import { itemSize } from '../values/item-size';

/** @throws ValidationException for an item of more than 400 KB or 32 levels */
export function checkItemSize(item: Item, message: string): void {
  if (itemSize(item) > ITEM_BYTES) throw validationError(message);
  if (levelsOfItem(item) > NESTING_LEVELS) throw validationError('Nesting Levels have exceeded supported limits');
}

function levelsOfItem(item: Item): number {
  return Object.keys(item).reduce((deepest, name) => Math.max(deepest, levelsOf(item[name])), 0);
}

function levelsOf({ L: list, M: map }: AttributeValue): number {
  if (list !== undefined) return 1 + list.reduce((deepest, element) => Math.max(deepest, levelsOf(element)), 0);
  return 1 + (map === undefined ? 0 : levelsOfItem(map));
}
