import { AttributeMap, AttributeValue } from '../store/call';

/** An attribute of the item's own: every object has a `constructor` besides. */
export function attributeAt(item: AttributeMap, name: string): AttributeValue | undefined {
  return Object.hasOwn(item, name) ? item[name] : undefined;
}

/** The text of an attribute; undefined for what is absent or of another type. */
export function textAt(item: AttributeMap, name: string): string | undefined {
  const value = attributeAt(item, name);
  return value && 'S' in value ? value.S : undefined;
}

/** The number of an attribute; undefined for what is absent or of another type. */
export function numberAt(item: AttributeMap, name: string): number | undefined {
  const value = attributeAt(item, name);
  return value && 'N' in value ? Number(value.N) : undefined;
}
