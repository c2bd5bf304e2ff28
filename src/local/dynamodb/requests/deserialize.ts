import { NESTING_LEVELS } from '../limits';
import { serializationError, validationError } from '../service-error';
import { Member, Members } from './members';

/**
 * A request's own copy of its input, of the shape that the operation takes: unknown members left out, every other of its type.
 *
 * dynalite's own conversion is not used: it builds on ordinary objects, where an attribute named `__proto__` is lost, lets nulls through on
 * which its actions crash, and recurses as deep as the input.
 *
 * @throws SerializationException, and ValidationException for absent or too deeply nested attribute values
 */
export function deserialize(input: unknown, members: Members): Record<string, unknown> {
  if (!isStructure(input)) throw serializationError(`the request is ${describe(input)}; it must be a JSON object`);
  return structure(input, members, 0);
}

type Json = Readonly<Record<string, unknown>>;

const ATTRIBUTE_VALUE: Members = {
  S: 'String',
  N: 'Number',
  B: 'Blob',
  BOOL: 'Boolean',
  NULL: 'Boolean',
  SS: { type: 'List', children: 'String' },
  NS: { type: 'List', children: 'Number' },
  BS: { type: 'List', children: 'Blob' },
  L: { type: 'List', children: 'AttrStruct<ValueStruct>' },
  M: { type: 'Map<AttributeValue>', children: 'AttrStruct<ValueStruct>' },
};

/** Members that are null are absent, as are those that the operation does not know. */
function structure(input: Json, members: Members, depth: number): Record<string, unknown> {
  const result = Object.create(null) as Record<string, unknown>;
  for (const name of Object.keys(members)) {
    if (!Object.hasOwn(input, name) || input[name] === null) continue;
    result[name] = convert(input[name], memberOf(members[name]), depth, name);
  }
  return result;
}

function memberOf(member: Member | string): Member {
  return typeof member === 'string' ? { type: member } : member;
}

function convert(value: unknown, member: Member, depth: number, name: string): unknown {
  const kind = member.type.replace(/<.*/, '');
  switch (kind) {
    case 'String': return checked(value, name, 'string', 'a string');
    case 'Number': return number(checked(value, name, 'string', 'a string of a number') as string);
    case 'Boolean': return checked(value, name, 'boolean', 'a boolean');
    case 'Blob': return base64(checked(value, name, 'string', 'a base64-encoded string') as string, name);
    case 'Short':
    case 'Integer':
    case 'Long': return Number.isFinite(value) ? Math.trunc(value as number) : mismatch(value, name, 'a number');
    case 'Double': return Number.isFinite(value) ? value : mismatch(value, name, 'a number');
    case 'List':
    case 'ParameterizedList': return list(value, memberOf(member.children as Member), depth, name);
    case 'Map':
    case 'ParameterizedMap': return map(value, memberOf(member.children as Member), depth, name);
    case 'AttrStruct': return attributeValue(value, depth + 1, name);
    default: return isStructure(value) ? structure(value, member.children as Members, depth) : mismatch(value, name, 'an object');
  }
}

function list(value: unknown, member: Member, depth: number, name: string): unknown[] {
  if (!Array.isArray(value)) return mismatch(value, name, 'a list');
  return value.map((element) => (element === null ? absent(name) : convert(element, member, depth, name)));
}

function map(value: unknown, member: Member, depth: number, name: string): Record<string, unknown> {
  if (!isStructure(value)) return mismatch(value, name, 'an object');
  const result = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(value)) result[key] = value[key] === null ? absent(name) : convert(value[key], member, depth, key);
  return result;
}

function attributeValue(value: unknown, depth: number, name: string): Record<string, unknown> {
  if (depth > NESTING_LEVELS) {
    throw validationError('Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit');
  }
  return isStructure(value) ? structure(value, ATTRIBUTE_VALUE, depth) : mismatch(value, name, 'an attribute value, such as {"S": "text"}');
}

function checked(value: unknown, name: string, type: 'string' | 'boolean', allowed: string): unknown {
  return typeof value === type ? value : mismatch(value, name, allowed);
}

/** Longer than the plain notation of any number, with room for needless zeros: what is longer is not worth parsing. */
const NUMBER_CHARACTERS = 1000;

function number(text: string): string {
  if (text.length > NUMBER_CHARACTERS) throw validationError('Attempting to store more than 38 significant digits in a Number');
  return text;
}

function base64(text: string, name: string): string {
  return Buffer.from(text, 'base64').toString('base64') === text ? text : mismatch(text, name, 'a base64-encoded string');
}

function isStructure(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function mismatch(value: unknown, name: string, allowed: string): never {
  throw serializationError(`${name} is ${describe(value)}; it must be ${allowed}`);
}

function absent(name: string): never {
  throw validationError(`Supplied AttributeValue is empty, must contain exactly one of the supported datatypes; member of ${name}: null`);
}
