import { Kind, RequiredKind } from './kind';
import { shown } from './shown';

/** Every option of a struct and what it takes; the compiler holds the list complete. */
export type Shape<Options> = { readonly [name in keyof Required<Options>]: undefined extends Options[name] ? Kind : RequiredKind };

/** Options as they were understood. */
export interface ReadOptions<Options> {
  /** Without those that could not be. */
  readonly options: Options;
  /** Each without its place. */
  readonly mistakes: string[];
}

/**
 * Takes what fits of the given options and tells what does not: another type, an unknown name, nothing where something is needed.
 * The compiler does so for TypeScript and jsii for its languages; JavaScript, casts and parsed configuration come without.
 */
export function readOptions<Options extends object>(given: Options | undefined, shape: Shape<Options>): ReadOptions<Options> {
  const kinds = Object.entries(shape) as [string, Kind][];
  const names = kinds.map(([name]) => name);
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    const missing = given === undefined ? kinds.filter(([, { required }]) => required).map(([name]) => name) : names.slice(0, 3);
    return missing.length === 0 ? none() : none(`must be an object such as { ${missing.map((name) => `${name}: …`).join(', ')} }, got ${shown(given)}`);
  }
  const values = given as { [name: string]: unknown };
  const mistakes = kinds.flatMap(([name, { wanted, takes, required }]) =>
    ((values[name] === undefined ? !required : takes(values[name])) ? [] : [`${name} must be ${wanted}, got ${shown(values[name])}`]));
  const unknown = Object.keys(values).filter((name) => !names.includes(name)).map((name) => unknownOption(name, names));
  const options = Object.fromEntries(kinds.filter(([name, { takes }]) => values[name] !== undefined && takes(values[name])).map(([name]) => [name, values[name]]));
  return { options: options as Options, mistakes: [...mistakes, ...unknown] };

  function none(...problems: string[]): ReadOptions<Options> {
    return { options: {} as Options, mistakes: problems };
  }
}

function unknownOption(name: string, names: string[]): string {
  const meant = names.find((other) => isMisspelling(name, other));
  return `${shown(name)} is not an option; ${meant ? `did you mean ${meant}?` : `options are ${names.join(', ')}`}`;
}
