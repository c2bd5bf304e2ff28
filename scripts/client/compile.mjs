import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { root } from '../library.mjs';

const PROGRAMS = join(dirname(fileURLToPath(import.meta.url)), 'programs');
const COMPILER_OPTIONS = {
  strict: true,
  noUncheckedIndexedAccess: true,
  module: 'nodenext',
  target: 'es2022',
  lib: ['es2022', 'dom'],
  types: ['node'],
  outDir: 'out',
};

/** `todos/todos.mts(98,3): error TS2578: Unused '@ts-expect-error' directive.` */
const COMPILER_ERROR = /^([^/(]+)[^(]*\(\d+,\d+\): error (TS\d+): /;
const UNUSED_DIRECTIVE = 'TS2578';

/** A folder for clients, each in its own: `add` them, then generate the types of all and compile them in one go. */
export class Workshop {
  clients = [];

  constructor(folder) {
    this.folder = folder;
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: COMPILER_OPTIONS, include: ['*/*.mts'] }));
  }

  /** A client named `name` of the document, which is the program's as it stands in `programs`. */
  add(name, program, document) {
    const directory = join(this.folder, name);
    mkdirSync(directory);
    for (const file of [`${program}.mts`, 'calls.mts']) cpSync(join(PROGRAMS, file), join(directory, file));
    writeFileSync(join(directory, 'openapi.json'), JSON.stringify(document));
    this.clients.push({ name, types: `${name}/${program}-api.ts` });
  }

  /** As `npx openapi-typescript` does with a configuration. */
  async generate() {
    const apis = this.clients.map(({ name, types }) => [name, { 'root': `${name}/openapi.json`, 'x-openapi-ts': { output: types } }]);
    writeFileSync(join(this.folder, 'redocly.yaml'), JSON.stringify({ apis: Object.fromEntries(apis) }));
    const { code, stdout, stderr } = await this.run('openapi-typescript/package.json', 'bin/cli.js');
    if (code !== 0) throw new Error(`openapi-typescript failed\n${stdout}${stderr}`);
  }

  /** What does not compile: `{ client, message, isUnused }`, the last of an `@ts-expect-error` that nothing needs. */
  async compile() {
    const { stdout } = await this.run('typescript/package.json', 'bin/tsc', '-p', '.');
    return stdout.split('\n').filter((line) => /error TS/.test(line)).map((message) => {
      const [, client, code] = COMPILER_ERROR.exec(message) ?? [];
      return { client, message, isUnused: code === UNUSED_DIRECTIVE };
    });
  }

  /** How many lines of a program are not to compile. */
  directivesOf(program) {
    return readFileSync(join(PROGRAMS, `${program}.mts`), 'utf8').split('\n').filter((line) => line.includes('// @ts-expect-error')).length;
  }

  run(manifest, script, ...args) {
    const path = join(dirname(createRequire(import.meta.url).resolve(manifest)), script);
    const options = { cwd: this.folder, maxBuffer: 10 * 2 ** 20 };
    return promisify(execFile)(process.execPath, [path, ...args], options).then((output) => ({ code: 0, ...output }), (failure) => failure);
  }
}
