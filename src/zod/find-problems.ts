import { HONOURED_CHECKS, HONOURED_FORMATS, REFUSED_CHECKS, REFUSED_TYPES, Refusal } from './refused';
import { definitionOf, ZodCheck, ZodDefinition, ZodLike } from './zod-like';

/** What a zod schema demands that its JSON Schema does not say: one message each, with the place and the fix. */
export function findProblems(schema: ZodLike, path: string, above: readonly ZodLike[] = []): string[] {
  if (above.includes(schema)) return [`${path}: contains itself, and an item's depth is limited; use z.any() there`];
  const definition = definitionOf(schema);
  const own = problemsOf(definition).map(({ reason, fix }) => `${path}: ${reason}; ${fix}`);
  if (Object.hasOwn(REFUSED_TYPES, definition.type)) return own;
  return [...own, ...partsOf(definition, path).flatMap(([part, at]) => findProblems(part, at, [...above, schema]))];
}

function problemsOf(definition: ZodDefinition): Refusal[] {
  const { type, checks = [], coerce } = definition;
  const rules = [...checks.map(({ _zod }) => _zod.def), ...(definition.format === undefined ? [] : [{ ...definition, check: formatCheck(type) }])];
  const patterns = rules.filter(({ check }) => check === 'string_format').length;
  return [
    ...(Object.hasOwn(REFUSED_TYPES, type) ? [REFUSED_TYPES[type]] : []),
    ...(coerce ? [{ reason: 'coerces other values', fix: `use z.${type}() without coerce: clients send JSON` }] : []),
    ...rules.flatMap(problemsOfCheck),
    ...(patterns > 1 ? [{ reason: `has ${patterns} formats and patterns`, fix: 'write them as one regex' }] : []),
    ...defaultProblems(definition),
    ...keyProblems(definition.keyType),
  ];
}

function formatCheck(type: string): string {
  return type === 'string' ? 'string_format' : 'number_format';
}

function problemsOfCheck({ check, format = '', pattern, hostname, protocol, local }: ZodCheck): Refusal[] {
  if (Object.hasOwn(REFUSED_CHECKS, check)) return [REFUSED_CHECKS[check]];
  if (!HONOURED_CHECKS.includes(check)) return [{ reason: `has a check '${check}' that JSON Schema has no word for`, fix: 'leave it out' }];
  if (check !== 'string_format') return [];
  if (!HONOURED_FORMATS.includes(format)) return [{ reason: `has the format '${format}', which zod checks by code`, fix: 'use z.string().regex(…)' }];
  const flags = (pattern?.flags ?? '').replace(/[gu]/g, '');
  return [
    ...(flags ? [{ reason: `has a regex with the flag ${flags}`, fix: 'write it without: JSON Schema knows no flags' }] : []),
    ...(hostname || protocol ? [{ reason: 'is a URL of certain hosts or protocols', fix: 'use z.string().regex(…)' }] : []),
    ...(local ? [{ reason: 'is a date and time without offset, which is no instant', fix: 'use z.iso.datetime({ offset: true })' }] : []),
  ];
}

/** A JSON Schema holds the default of one moment. */
function defaultProblems(definition: ZodDefinition): Refusal[] {
  if (JSON.stringify(definition.defaultValue) === JSON.stringify(definition.defaultValue)) return [];
  return [{ reason: 'has a default that is another at each time', fix: 'give it a fixed value, or leave it to what the server sets' }];
}

function keyProblems(keyType: ZodLike | undefined): Refusal[] {
  if (!keyType) return [];
  const { type, checks = [], format } = definitionOf(keyType);
  if (type === 'string' && checks.length === 0 && format === undefined) return [];
  return [{ reason: 'holds its keys to a rule', fix: 'use z.record(z.string(), …), or z.object() for keys that are known' }];
}

/** The schemas that a schema consists of, each with its place in the item. */
function partsOf({ innerType, getter, element, shape, catchall, options, valueType }: ZodDefinition, path: string): [ZodLike, string][] {
  const at = (suffix: string, ...parts: (ZodLike | undefined)[]) =>
    parts.flatMap((part): [ZodLike, string][] => (part ? [[part, path + suffix]] : []));
  return [
    ...at('', innerType, getter?.(), ...options ?? []),
    ...at('[]', element),
    ...at('{}', valueType),
    ...Object.entries(shape ?? {}).flatMap(([name, member]) => at(`.${name}`, member)),
    ...(catchall && definitionOf(catchall).type !== 'never' ? at('{}', catchall) : []),
  ];
}
