import { indexKeys, KEY_ATTRIBUTES } from '../index-keys';
import { JsonSchema, listedValues } from '../json-schema';
import { IndexModel, Model } from '../model';
import { StoredForm, storedFormOf } from '../stored-form';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html */
const INDEXES = 20;
/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html (names) */
const INDEX_NAME = /^[A-Za-z0-9_.-]{3,255}$/;
/** Bytes of a sort key, the tighter of the two bounds. */
const KEY_BYTES = 1024;
/** UTF-8 needs up to four bytes a code point. */
const KEY_CODE_POINTS = KEY_BYTES / 4;

/** What is wrong with the declared indexes. */
export function checkIndexes(model: Model): string[] {
  const { entity, indexes } = model;
  const mistakes = indexes.flatMap((index) => checkIndex(model, index).map((mistake) => `${entity.name}.indexes.${index.name}: ${mistake}`));
  const repeated = indexes.find(({ name }, position) => indexes.findIndex((other) => other.name === name) !== position);
  if (repeated) mistakes.push(`${entity.name}.indexes: '${repeated.name}' is declared twice; names are unique`);
  if (indexes.length > INDEXES) mistakes.push(`${entity.name}.indexes: a table has at most ${INDEXES}, got ${indexes.length}`);
  return mistakes;
}

function checkIndex(model: Model, index: IndexModel): string[] {
  const { name, partitionBy, sortBy } = index;
  const mistakes: string[] = [];
  if (!INDEX_NAME.test(name)) mistakes.push(`name must be 3 to 255 letters, digits and '_.-', got '${name}'`);
  if (partitionBy.length + sortBy.length === 0) mistakes.push('names no field; give it sortBy or partitionBy');
  if (model.scope.kind === 'item' && partitionBy.length === 0) {
    mistakes.push('needs partitionBy, since ItemScope.item() has no scope to list by');
  }
  const keys = indexKeys(model, index);
  if (keys.partition.length > KEY_ATTRIBUTES) {
    mistakes.push(`partitionBy must name at most ${KEY_ATTRIBUTES - (keys.partition.length - partitionBy.length)} fields, got ${partitionBy.length}`);
  }
  if (keys.sort.length > KEY_ATTRIBUTES) {
    mistakes.push(`sortBy must name at most ${KEY_ATTRIBUTES - 1} fields (the id is the last), got ${sortBy.length}`);
  }
  const fields = [...partitionBy, ...sortBy];
  const repeated = fields.find((field, position) => fields.indexOf(field) !== position);
  if (repeated !== undefined) mistakes.push(`names '${repeated}' twice; name each field once`);
  return [...mistakes, ...fields.flatMap((field) => checkKeyField(model, field))];
}

/** Stored forms that have no order, or none that means something. */
const UNORDERED: { readonly [form in StoredForm]?: string } = { L: 'a list', M: 'an object', B: 'binary', any: 'free JSON' };

const SERVER_KEYS = ['createdAt', 'updatedAt', 'version'];

/** DynamoDB takes only strings and numbers (and binary, whose order means little) as keys, and no empty text. */
function checkKeyField({ schema }: Model, field: string): string[] {
  if (SERVER_KEYS.includes(field)) return [];
  if (field === 'id') return ["'id' is the last sort attribute of every index by itself; leave it out"];
  const member = Object.hasOwn(schema.properties, field) ? schema.properties[field] : undefined;
  if (!member) return [`'${field}' is not a field of the item itself; those are ${Object.keys(schema.properties).join(', ')}`];
  if (member.writeOnly) return [`'${field}' is writeOnly, and an index would reveal it; leave it out`];
  switch (storedFormOf(member)) {
    case 'N':
      return [];
    case 'S':
      return checkText(field, member);
    case 'BOOL':
      return [`'${field}' is a flag, which no index takes; use Field.oneOf(['open', 'done']) or the like`];
    default:
      return [`'${field}' is ${UNORDERED[storedFormOf(member)]}, which no index takes; use a text, number, date or oneOf field`];
  }
}

/** Plain text needs bounds that fit a key; formats and listed values have them already. */
function checkText(field: string, schema: JsonSchema): string[] {
  const { format, minLength, maxLength, 'x-reference': reference, 'x-self-link': selfLink } = schema;
  const values = listedValues(schema);
  if (selfLink) return [`'${field}' is computed and not stored, so no index takes it`];
  if (format !== undefined && format !== 'uri') return [];
  if (reference) return [];
  if (values) {
    const unfit = values.find((value) => typeof value === 'string' && (value === '' || bytesOf(value) > KEY_BYTES));
    return unfit === undefined ? [] : [`'${field}' may be '${String(unfit).slice(0, 40)}', and a key takes 1 to ${KEY_BYTES} bytes; use other values`];
  }
  const mistakes = [];
  if (!minLength && format === undefined) mistakes.push(`'${field}' may be empty, which no key is; give it minLength: 1`);
  if (format === undefined && (maxLength === undefined || maxLength > KEY_BYTES)) {
    mistakes.push(`'${field}' may be longer than a key (${KEY_BYTES} bytes); give it a maxLength of at most ${KEY_CODE_POINTS} for any script, ${KEY_BYTES} for ASCII`);
  }
  return mistakes;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
