/** What is wrong with a kind of schema or check, and what to write instead. */
export interface Refusal {
  readonly reason: string;
  readonly fix: string;
}

const TRANSFORMS: Refusal = { reason: 'changes the value', fix: 'describe the JSON that clients send, and change it elsewhere' };
const NO_JSON: Refusal = { reason: 'is no value of JSON', fix: 'leave it out' };
const CHECKS: Refusal = { reason: 'is held to a function, which no other program can run', fix: 'say it with bounds, regex or enum, or check it elsewhere' };

/** Kinds of schemas that JSON Schema cannot express, or that its document is silent about. */
export const REFUSED_TYPES: { readonly [type: string]: Refusal } = {
  pipe: TRANSFORMS,
  transform: TRANSFORMS,
  catch: { reason: 'replaces wrong values', fix: 'leave .catch() out: clients are told what is wrong' },
  success: TRANSFORMS,
  readonly: { reason: 'freezes what zod returns', fix: 'leave .readonly() out, or write .meta({ readOnly: true }) for a field that clients cannot set' },
  intersection: { reason: 'is an intersection', fix: 'write one object: z.object({ ...a.shape, ...b.shape })' },
  tuple: { reason: 'has a schema for each position', fix: 'use z.object() with a member for each position' },
  date: { reason: 'is a Date, which JSON does not have', fix: 'use z.iso.date(), or z.iso.datetime({ offset: true })' },
  bigint: { reason: 'is a bigint, which JSON does not have', fix: "use z.int(), or z.string().meta({ format: 'decimal' }) for exact numbers of up to 38 digits" },
  map: { reason: 'is a Map, which JSON does not have', fix: 'use z.record(z.string(), …)' },
  set: { reason: 'is a Set, which JSON does not have', fix: 'use z.array(…).meta({ uniqueItems: true })' },
  file: { reason: 'is a File, which JSON does not have', fix: 'use z.base64()' },
  custom: CHECKS,
  symbol: NO_JSON,
  function: NO_JSON,
  nan: NO_JSON,
  undefined: NO_JSON,
  void: NO_JSON,
  promise: NO_JSON,
  never: { reason: 'takes no value at all', fix: 'leave it out' },
};

/** Checks of values that a JSON Schema document says nothing about. */
export const REFUSED_CHECKS: { readonly [check: string]: Refusal } = {
  custom: CHECKS,
  property: { reason: 'holds a member to a rule of its own', fix: "put the rule into the member's schema" },
  overwrite: { reason: 'changes the value (trim, toLowerCase, normalize …)', fix: 'leave it out, or hold the value to a regex' },
};

/** Checks that JSON Schema has words for. */
export const HONOURED_CHECKS = [
  'min_length', 'max_length', 'length_equals', 'greater_than', 'less_than', 'multiple_of', 'number_format', 'string_format',
];

/** Formats of strings that zod checks by the pattern that its JSON Schema holds, or that are formats here too. */
export const HONOURED_FORMATS = [
  'regex', 'lowercase', 'uppercase', 'includes', 'starts_with', 'ends_with',
  'date', 'datetime', 'email', 'url', 'uuid', 'guid', 'base64',
  'time', 'duration', 'emoji', 'nanoid', 'cuid', 'cuid2', 'ulid', 'xid', 'ksuid', 'ipv4', 'cidrv4', 'mac', 'e164', 'hex', 'hostname',
];
