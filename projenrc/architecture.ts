import { awscdk } from 'projen';
import { SUBPATHS } from './entries';

/** What each part may import from `src`, besides itself. Everything that is not named is forbidden. */
const IMPORTS: Record<string, string[]> = {
  model: [],
  validator: ['model'],
  openapi: ['model'],
  runtime: ['model'],
  local: ['model', 'openapi'],
  cli: ['local', 'openapi', 'model'],
  client: ['model'],
  zod: ['model', 'entity-schema.ts'],
  testing: ['model', 'local', 'client'],
};

/** The constructs' own files, which lie directly in `src` and in `src/private`, may use these parts and each other. */
const CONSTRUCT_IMPORTS = ['model', 'openapi'];

/** Holds the import directions of the architecture by lint, so that no one has to remember them. */
export function holdArchitecture(project: awscdk.AwsCdkConstructLibrary): void {
  const zones = Object.entries(IMPORTS).map(([part, allowed]) => ({
    target: `./src/${part}`,
    from: './src',
    except: [part, ...allowed].map((name) => `./${name}`),
    message: `src/${part} may import ${allowed.length > 0 ? allowed.join(', ') : 'nothing else of src'}; move the code instead`,
  }));
  const forbiddenToConstructs = Object.keys(IMPORTS).filter((part) => !CONSTRUCT_IMPORTS.includes(part));
  zones.push(...forbiddenToConstructs.flatMap((part) => ['./src/*.ts', './src/private'].map((target) => ({
    target,
    from: `./src/${part}`,
    except: [],
    message: `constructs may import ${CONSTRUCT_IMPORTS.join(', ')}; bundles are loaded by path`,
  }))));
  project.eslint?.addRules({
    'import/no-restricted-paths': ['error', { zones }],
    'import/no-cycle': 'error',
    'no-bitwise': 'off', // hashes and identifiers are made of bits
  });
  // examples and tests import the package by its names, which Node resolves to this very package once it is compiled
  const name = project.package.packageName;
  project.eslint!.config.settings['import/core-modules'] = [name, ...SUBPATHS.map((subpath) => `${name}/${subpath}`)];
  project.eslint!.addRules({
    'import/order': ['warn', {
      groups: ['builtin', 'external'],
      pathGroups: [{ pattern: `${name}{,/*}`, group: 'external' }],
      pathGroupsExcludedImportTypes: [],
      alphabetize: { order: 'asc', caseInsensitive: true },
    }],
  });
  // bundled or development code: what it imports is inlined by esbuild or never shipped
  for (const part of ['runtime', 'validator', 'local', 'cli']) project.eslint?.allowDevDeps(`src/${part}/**`);
  project.eslint?.allowDevDeps('projenrc/**');
  project.eslint?.addOverride({
    files: ['src/model/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: '^[^.]', message: 'the model imports nothing' }] }] },
  });
}
