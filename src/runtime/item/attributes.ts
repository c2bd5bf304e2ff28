import { AttributeMap } from '../store/call';

/** The text of an attribute; undefined for what is absent or of another type. */
export function textAt(item: AttributeMap, name: string): string | undefined {
  const value = Object.hasOwn(item, name) ? item[name] : undefined;
  return value && 'S' in value ? value.S : undefined;
}

/** The number of an attribute; undefined for what is absent or of another type. */
export function numberAt(item: AttributeMap, name: string): number | undefined {
  const value = Object.hasOwn(item, name) ? item[name] : undefined;
  return value && 'N' in value ? Number(value.N) : undefined;
}
