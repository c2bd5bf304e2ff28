import { validationError } from '../service-error';
import { resolvePath } from './condition';
import { isFunctionCall, isPath, Path, SetOperand, UpdateAction } from './syntax';
import { AttributeValue, emptyItem, Item, MutableItem, typeOf } from '../values/attribute-value';
import { addNumbers } from '../values/number';
import { checkNumber } from '../values/number-limits';

interface Draft { L?: AttributeValue[]; M?: MutableItem }

interface ListEdits { readonly removed: number[]; readonly appended: Array<{ readonly index: number; readonly value: AttributeValue }> }

/** The new value at a path; without one the path is removed. */
interface Edit { readonly path: Path; readonly value?: AttributeValue }

const INVALID_PATH = 'The document path provided in the update expression is invalid for update';
const WRONG_TYPE = 'An operand in the update expression has an incorrect data type';
const ABSENT_OPERAND = 'The provided expression refers to an attribute that does not exist in the item';

/**
 * The item after an update. Every operand and every index of a list means what it meant in the item as it was; what is set past a list's end
 * is appended, in the order of the indexes.
 */
export function applyUpdate(actions: readonly UpdateAction[], item: Item): Item {
  const edits = actions.map((action) => editOf(action, item));
  const draft = { M: cloneItem(item) };
  const lists = new Map<AttributeValue[], ListEdits>();
  for (const edit of edits) applyEdit(edit, draft, lists);
  for (const [list, { removed, appended }] of lists) {
    removed.sort((a, b) => b - a).forEach((index) => list.splice(index, 1));
    appended.sort((a, b) => a.index - b.index).forEach(({ value }) => list.push(value));
  }
  return draft.M;
}

function editOf(action: UpdateAction, item: Item): Edit {
  const { path } = action;
  switch (action.type) {
    case 'set': return { path, value: operandValue(action.val, item) };
    case 'remove': return { path };
    case 'add': return { path, value: added(resolvePath(path, item), action.val) };
    case 'delete': return deleted(path, resolvePath(path, item), action.val);
  }
}

function operandValue(operand: SetOperand, item: Item): AttributeValue {
  if (isPath(operand)) return resolvePath(operand, item) ?? refuse(ABSENT_OPERAND);
  if (!('type' in operand)) return operand;
  if (isFunctionCall(operand)) {
    const [first, second] = operand.args;
    if (operand.name === 'if_not_exists') return resolvePath(first as Path, item) ?? operandValue(second, item);
    const [head, tail] = [operandValue(first, item).L, operandValue(second, item).L];
    return head && tail ? { L: [...head, ...tail] } : refuse(WRONG_TYPE);
  }
  const [left, right] = operand.args.map((argument) => operandValue(argument, item).N ?? refuse(WRONG_TYPE));
  return sum(left, right, operand.type === 'add' ? 1 : -1);
}

function added(existing: AttributeValue | undefined, value: AttributeValue): AttributeValue {
  if (existing === undefined) return value;
  const type = typeOf(value) as 'N' | 'SS' | 'NS' | 'BS';
  if (typeOf(existing) !== type) refuse(WRONG_TYPE);
  if (type === 'N') return sum(existing.N!, value.N!, 1);
  return { [type]: [...new Set([...existing[type]!, ...value[type]!])] };
}

/** A set that loses its last member is removed: there are no empty sets. */
function deleted(path: Path, existing: AttributeValue | undefined, value: AttributeValue): Edit {
  if (existing === undefined) return { path };
  const type = typeOf(value) as 'SS' | 'NS' | 'BS';
  if (typeOf(existing) !== type) refuse(WRONG_TYPE);
  const kept = existing[type]!.filter((member) => !value[type]!.includes(member));
  return kept.length === 0 ? { path } : { path, value: { [type]: kept } };
}

function sum(left: string, right: string, sign: 1 | -1): AttributeValue {
  return { N: checkNumber(addNumbers(left, right, sign)) };
}

function applyEdit({ path, value }: Edit, root: Draft, lists: Map<AttributeValue[], ListEdits>): void {
  const parent = path.slice(0, -1).reduce<Draft | undefined>(stepInto, root);
  const last = path[path.length - 1];
  if (typeof last === 'string') {
    const members = parent?.M ?? refuse(INVALID_PATH);
    if (value === undefined) delete members[last];
    else members[last] = value;
    return;
  }
  const list = parent?.L ?? refuse(INVALID_PATH);
  const edits = lists.get(list) ?? { removed: [], appended: [] };
  lists.set(list, edits);
  if (last < list.length) {
    if (value === undefined) edits.removed.push(last);
    else list[last] = value;
  } else if (value !== undefined) {
    edits.appended.push({ index: last, value });
  }
}

function stepInto(parent: Draft | undefined, step: string | number): Draft | undefined {
  const child = typeof step === 'number' ? parent?.L?.[step] : parent?.M?.[step];
  return child as Draft | undefined;
}

/** Lists and maps are copied, all else is shared: it is never written to. */
function cloneItem(item: Item): MutableItem {
  const clone = emptyItem();
  for (const name of Object.keys(item)) clone[name] = cloneValue(item[name]);
  return clone;
}

function cloneValue(value: AttributeValue): AttributeValue {
  if (value.L !== undefined) return { L: value.L.map(cloneValue) };
  return value.M === undefined ? value : { M: cloneItem(value.M) };
}

function refuse(message: string): never {
  throw validationError(message);
}
