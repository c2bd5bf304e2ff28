import { JsonSchema, typeOf } from '../json-schema';
import { SERVER_FIELDS } from '../stored-form';
import { checkConstraints } from './check-constraints';

/** Names go into paths, filters (`address.city:eq=`) and expressions; the first character `_` is ours. */
const FIELD_NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;
/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html (attribute names of keys) */
const FIELD_NAME_LENGTH = 255;
/** DynamoDB nests 32 levels; the item's own map is the first. */
const DEPTH = 31;

/** Fields that an option of the entity declares. */
const DECLARED_BY: { readonly [name: string]: string } = { deletedAt: 'softDelete', expiresAt: 'expiry' };

/** Where a field stands. */
interface Place {
  readonly depth: number;
  /** Below a list or a map, where names do not reach. */
  readonly inElement: boolean;
  /** Below a field that is never returned. */
  readonly hidden: boolean;
}

const ITEM: Place = { depth: 1, inElement: false, hidden: false };

/** What is wrong with the members of an entity or a nested field. Messages begin with the field's path. */
export function checkMembers(path: string, { properties = {}, required = [] }: JsonSchema, place = ITEM): string[] {
  return Object.entries(properties).flatMap(([name, member]) => {
    const at = `${path}.${name}`;
    return [
      ...checkName(at, name, place.depth),
      ...checkField(at, member, place),
      ...(place.depth > 1 ? checkNestedOnly(at, member) : []),
      ...checkRoles(at, member, required.includes(name)),
      ...(member['x-filterable'] ? checkFilterable(at, member, place) : []),
    ];
  });
}

function checkName(at: string, name: string, depth: number): string[] {
  if (name.startsWith('_')) return [`${at}: names with a leading '_' are reserved for the library; rename the field`];
  if (depth === 1 && Object.hasOwn(SERVER_FIELDS, name)) return [`${at}: the server sets '${name}' itself; leave it out or rename the field`];
  if (depth === 1 && Object.hasOwn(DECLARED_BY, name)) {
    return [`${at}: '${name}' is the field of ${DECLARED_BY[name]}, an option of the schema; use that or rename the field`];
  }
  if (!FIELD_NAME.test(name)) return [`${at}: a field's name must be letters, digits, '_' and '-', beginning with a letter, got '${name}'`];
  if (name.length > FIELD_NAME_LENGTH) return [`${at}: a field's name must be at most ${FIELD_NAME_LENGTH} characters, got ${name.length}`];
  return [];
}

/** A field's own constraints, and those of what it contains. */
function checkField(at: string, schema: JsonSchema, { depth, inElement, hidden }: Place): string[] {
  if (depth > DEPTH) return [`${at}: is nested ${depth} levels deep; DynamoDB stores at most 32 with the item itself (use Field.json() or flatten)`];
  const { items, additionalProperties: values } = schema;
  const below: Place = { depth: depth + 1, inElement, hidden: hidden || Boolean(schema.writeOnly) };
  const checkElements = (element: JsonSchema, mark: string) =>
    [...checkElement(at + mark, element), ...checkField(at + mark, element, { ...below, inElement: true })];
  return [
    ...checkConstraints(at, schema),
    ...(schema.properties && Object.keys(schema.properties).length === 0 ? [`${at}: has no fields; give it at least one, or use Field.json()`] : []),
    ...checkMembers(at, schema, below),
    ...(items ? checkElements(items, '[]') : []),
    ...(typeof values === 'object' ? checkElements(values, '{}') : []),
  ];
}

/** Annotations that have a meaning for fields of the item alone. */
const ITEM_ONLY = ['readOnly', 'writeOnly', 'x-immutable', 'x-unique', 'x-self-link', 'default'] as const;
const ITEM_ONLY_NAMES: { readonly [keyword in (typeof ITEM_ONLY)[number]]: string } = {
  'readOnly': 'readOnly', 'writeOnly': 'writeOnly', 'x-immutable': 'immutable', 'x-unique': 'unique', 'x-self-link': 'selfLink', 'default': 'defaultValue',
};

function checkNestedOnly(at: string, schema: JsonSchema): string[] {
  // a self link is read-only by itself
  return ITEM_ONLY.filter((keyword) => schema[keyword] !== undefined && !(keyword === 'readOnly' && schema['x-self-link']))
    .map((keyword) => `${at}: ${ITEM_ONLY_NAMES[keyword]} is for fields of the item itself; set it on the outermost field or leave it out`);
}

function checkElement(at: string, schema: JsonSchema): string[] {
  const filterable = schema['x-filterable'] ? [`${at}: filterable is for fields with a name; set it on the list or map, or leave it out`] : [];
  return [...checkNestedOnly(at, schema), ...filterable];
}

/** Combinations of annotations that contradict each other. */
function checkRoles(at: string, schema: JsonSchema, required: boolean): string[] {
  const mistakes: string[] = [];
  if (schema['x-self-link'] && typeOf(schema) !== 'string') mistakes.push(`${at}: x-self-link is a text, got the type ${String(typeOf(schema))}; make it a string`);
  if (schema.readOnly && schema.writeOnly) {
    mistakes.push(`${at}: is readOnly and writeOnly, so no one could ever see or set it; choose one`);
  }
  if (schema.readOnly && required && schema.default === undefined && !schema['x-self-link']) {
    mistakes.push(`${at}: is required and readOnly without a defaultValue, so no create could succeed; add a defaultValue or drop required`);
  }
  return mistakes;
}

/** A filter names a field by its path, compares it with a text or a number, and must not reveal what is never returned. */
function checkFilterable(at: string, schema: JsonSchema, { inElement, hidden }: Place): string[] {
  const mistakes: string[] = [];
  if (hidden || schema.writeOnly) mistakes.push(`${at}: is writeOnly and filterable, so a filter would reveal it; drop one`);
  if (inElement) mistakes.push(`${at}: filterable does not reach into lists and maps; set it on the list or leave it out`);
  if (typeOf(schema) === 'object' || typeOf(schema) === undefined) {
    mistakes.push(`${at}: filterable needs a single value or a list; make a member of the object filterable instead`);
  }
  return mistakes;
}
