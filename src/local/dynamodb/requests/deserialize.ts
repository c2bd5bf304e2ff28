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
  let converter = CONVERTERS.get(members);
  if (converter === undefined) CONVERTERS.set(members, converter = structureOf(members));
  return converter(input, 'the request', 0) as Record<string, unknown>;
}

/** `name` is the value's, for messages; `depth` the number of attribute values around it. */
type Converter = (value: unknown, name: string, depth: number) => unknown;

type Json = Readonly<Record<string, unknown>>;

const CONVERTERS = new WeakMap<Members, Converter>();

function converterOf(member: Member | string): Converter {
  const { type, children } = typeof member === 'string' ? { type: member, children: undefined } : member;
  const kind = type.replace(/<.*/, '');
  switch (kind) {
    case 'List':
    case 'ParameterizedList': return listOf(converterOf(children as Member));
    case 'Map':
    case 'ParameterizedMap': return mapOf(converterOf(children as Member));
    case 'AttrStruct': return attributeValue;
    case 'ValueStruct':
    case 'FieldStruct': return structureOf(children as Members);
    default: return SCALARS[kind];
  }
}

/** Half of a character, which UTF-8 cannot say. */
const LONE_SURROGATE = /\p{Surrogate}/u;

const text: Converter = (value, name) => {
  if (typeof value !== 'string') return mismatch(value, name, 'a string');
  if (LONE_SURROGATE.test(value)) throw serializationError(`${name} is not well-formed Unicode`);
  return value;
};

const flag: Converter = (value, name) => (typeof value === 'boolean' ? value : mismatch(value, name, 'a boolean'));
const double: Converter = (value, name) => (Number.isFinite(value) ? value : mismatch(value, name, 'a number'));
const integer: Converter = (value, name) => Math.trunc(double(value, name, 0) as number);

const blob: Converter = (value, name) => {
  if (typeof value === 'string' && Buffer.from(value, 'base64').toString('base64') === value) return value;
  return mismatch(value, name, 'a base64-encoded string');
};

/** Longer than the plain notation of any number, with room for needless zeros: what is longer is not worth parsing. */
const NUMBER_CHARACTERS = 1000;

const numberText: Converter = (value, name) => {
  if (typeof value !== 'string') return mismatch(value, name, 'a number as a string');
  if (value.length > NUMBER_CHARACTERS) throw validationError('Attempting to store more than 38 significant digits in a Number');
  return value.replace(/^\+(?=[\d.])/, '');
};

const SCALARS: Readonly<Record<string, Converter>> = {
  String: text, Boolean: flag, Blob: blob, Short: integer, Integer: integer, Long: integer, Double: double,
};

function listOf(convert: Converter): Converter {
  return (value, name, depth) => {
    if (!Array.isArray(value)) return mismatch(value, name, 'a list');
    return value.map((element) => (element === null ? absent(name) : convert(element, name, depth)));
  };
}

function mapOf(convert: Converter): Converter {
  return (value, name, depth) => {
    if (!isObject(value)) return mismatch(value, name, 'an object');
    const result = Object.create(null) as Record<string, unknown>;
    for (const key of Object.keys(value)) {
      if (key === '' && convert === attributeValue) throw validationError('One or more parameter values were invalid: Empty attribute name');
      result[text(key, name, depth) as string] = value[key] === null ? absent(name) : convert(value[key], key, depth);
    }
    return result;
  };
}

/** Members that are null are absent, as are those that the operation does not know. */
function structureOf(members: Members): Converter {
  const converters = Object.keys(members).map((name): [string, Converter] => [name, converterOf(members[name])]);
  return (value, name, depth) => {
    if (!isObject(value)) return mismatch(value, name, 'an object');
    const result = Object.create(null) as Record<string, unknown>;
    for (const [member, convert] of converters) {
      if (Object.hasOwn(value, member) && value[member] !== null) result[member] = convert(value[member], member, depth);
    }
    return result;
  };
}

const attributeValue: Converter = (value, name, depth) => {
  if (depth === NESTING_LEVELS) {
    throw validationError('Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit');
  }
  if (!isObject(value)) return mismatch(value, name, 'an attribute value, such as {"S": "text"}');
  const result: Record<string, unknown> = {};
  for (const type of Object.keys(value)) {
    const convert = value[type] === null ? undefined : VALUES.get(type);
    if (convert !== undefined) result[type] = convert(value[type], type, depth + 1);
  }
  return result;
};

const VALUES: ReadonlyMap<string, Converter> = new Map(Object.entries({
  S: text,
  N: numberText,
  B: blob,
  BOOL: flag,
  NULL: flag,
  SS: listOf(text),
  NS: listOf(numberText),
  BS: listOf(blob),
  L: listOf(attributeValue),
  M: mapOf(attributeValue),
}));

function isObject(value: unknown): value is Json {
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
