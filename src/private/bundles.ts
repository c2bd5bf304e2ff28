import { existsSync } from 'fs';
import { createRequire } from 'module';
import { join } from 'path';
import type { ObjectSchema } from '../model';

/** The bundles that ship with the package: beside `lib` when installed, beside `src` in a checkout. */
const ASSETS = join(__dirname, '..', '..', 'assets');

/** Bundles are loaded by path: an import would make their sources part of the library. */
const load = createRequire(__filename);

/** The Lambda functions' code, without model and validator. */
export function runtimeBundle(): string {
  return required(join(ASSETS, 'runtime', 'index.js'));
}

/** What is called at synth, and only then loaded. */
interface Compiler {
  compileValidator(schema: ObjectSchema): string;
  checkPattern(pattern: string, maxLength?: number): string | undefined;
}

/** The source of an entity's validator. */
export function compileValidator(schema: ObjectSchema): string {
  return compiler().compileValidator(schema);
}

/** Why a pattern must not meet a client's text; undefined if it may. */
export function checkPattern(pattern: string, maxLength?: number): string | undefined {
  return compiler().checkPattern(pattern, maxLength);
}

function compiler(): Compiler {
  return load(required(join(ASSETS, 'validator', 'index.js'))) as Compiler;
}

function required(path: string): string {
  if (!existsSync(path)) throw new Error(`the package is incomplete, ${path} is missing; in a checkout run 'npm run bundle'`);
  return path;
}
