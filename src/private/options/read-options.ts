import { isPlain } from './json';
import { Kind, RequiredKind } from './kind';
import { nearestName } from './misspelling';
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

/** What to say of a name that is neither an option nor like one; nothing lets it pass. */
type Foreign = (name: string, names: string[]) => string | undefined;

const refused: Foreign = (name, names) => `${shown(name)} is not an option; options are ${names.join(', ')}`;

/**
 * Takes what fits of the given options and tells what does not: another type, an unknown name, nothing where something is needed.
 * The compiler does so for TypeScript and jsii for its languages; JavaScript, casts and parsed configuration come without.
 */
export function readOptions<Options extends object>(given: Options | undefined, shape: Shape<Options>, foreign = refused): ReadOptions<Options> {
  const kinds = Object.entries<Kind>(shape);
  const demanded = kinds.filter(([, { required }]) => required);
  if (given === undefined && demanded.length === 0) return { options: {} as Options, mistakes: [] };
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return { options: {} as Options, mistakes: [notAnObject(given, demanded, kinds)] };

  // by name, so that the getters of a class or of a jsii proxy are read as well
  const values = kinds.map(([name, kind]) => ({ name, kind, value: (given as { [name: string]: unknown })[name] }));
  const isWrong = ({ kind, value }: (typeof values)[number]) => (value === undefined ? kind.required : !kind.takes(value));
  const names = kinds.map(([name]) => name);
  const right = values.filter((each) => !isWrong(each) && each.value !== undefined);
  return {
    options: Object.fromEntries(right.map(({ name, value }) => [name, value])) as Options,
    mistakes: [
      ...values.filter(isWrong).map(({ name, kind, value }) => `${name} must be ${kind.wanted}, got ${shown(value)}`),
      // an object of a class has members for its own use
      ...(isPlain(given) ? Object.keys(given) : []).filter((name) => !names.includes(name)).flatMap((name) => {
        const meant = nearestName(name, names);
        return (meant ? `${shown(name)} is not an option; did you mean ${meant}?` : foreign(name, names)) ?? [];
      }),
    ],
  };
}

function notAnObject(given: unknown, ...candidates: [string, Kind][][]): string {
  const example = candidates.find(({ length }) => length > 0) ?? [];
  return `options must be an object such as { ${example.slice(0, 2).map(([name]) => `${name}: …`).join(', ')} }, got ${shown(given)}`;
}
