import { Path } from './syntax';
import { attributeOf, AttributeValue, emptyItem, Item } from '../values/attribute-value';

type PathTree = Map<string | number, PathTree>;

/** What the paths lead to, in the item's own structure; list elements move together. */
export function project(paths: readonly Path[], item: Item): Item {
  const root: PathTree = new Map();
  for (const path of paths) {
    path.reduce<PathTree>((tree, step) => {
      const child = tree.get(step) ?? (new Map() as PathTree);
      tree.set(step, child);
      return child;
    }, root);
  }
  return projectMembers(root, item);
}

function projectMembers(tree: PathTree, item: Item): Item {
  const projected = emptyItem();
  for (const [step, subtree] of tree) {
    const value = typeof step === 'string' ? attributeOf(item, step) : undefined;
    const part = value && projectValue(subtree, value);
    if (part !== undefined) projected[step] = part;
  }
  return projected;
}

/** Without what the paths lead to, there is nothing of the value. */
function projectValue(tree: PathTree, value: AttributeValue): AttributeValue | undefined {
  if (tree.size === 0) return value;
  if (value.M !== undefined) {
    const members = projectMembers(tree, value.M);
    return Object.keys(members).length === 0 ? undefined : { M: members };
  }
  const steps = [...tree.keys()].filter((step) => typeof step === 'number').sort((a, b) => a - b);
  const elements = steps.flatMap((step) => {
    const element = value.L?.[step];
    return (element && projectValue(tree.get(step)!, element)) ?? [];
  });
  return elements.length === 0 ? undefined : { L: elements };
}
