import { createContext, runInContext } from 'node:vm';
import { BuildOptions, buildSync } from 'esbuild';
import { codes, load } from './load';
import { TODO } from './todo';
import { ObjectSchema } from '../../src/model';

/** The compiler in one file. As it ships it is minified, so that every name inside it is another. */
function bundledCompiler(options: BuildOptions): (schema: ObjectSchema) => string {
  const { outputFiles } = buildSync({
    ...options, entryPoints: ['src/validator/index.ts'], bundle: true, platform: 'node', format: 'cjs', target: 'node20', write: false,
  });
  const context = createContext({ module: { exports: {} } });
  runInContext(outputFiles![0].text, context);
  return (context.module as { exports: { compileValidator: (schema: ObjectSchema) => string } }).exports.compileValidator;
}

const compile = bundledCompiler({ minify: true });

/** One field for each keyword and format, each with a value that breaks it. */
const BROKEN: Record<string, [schema: ObjectSchema['properties'][string], value: unknown]> = {
  type: [{ type: 'string' }, 1],
  minLength: [{ minLength: 2 }, 'a'],
  maxLength: [{ maxLength: 1 }, 'ab'],
  pattern: [{ pattern: '^a$' }, 'b'],
  minimum: [{ minimum: 2 }, 1],
  maximum: [{ maximum: 2 }, 3],
  exclusiveMinimum: [{ exclusiveMinimum: 2 }, 2],
  exclusiveMaximum: [{ exclusiveMaximum: 2 }, 2],
  multipleOf: [{ multipleOf: 0.01 }, 0.005],
  enum: [{ enum: ['a', 'b'] }, 'c'],
  const: [{ const: 'a' }, 'c'],
  items: [{ items: { type: 'string' } }, [1]],
  minItems: [{ minItems: 1 }, []],
  maxItems: [{ maxItems: 1 }, [1, 2]],
  uniqueItems: [{ uniqueItems: true }, [1, 1]],
  properties: [{ properties: { a: { type: 'string' } } }, { a: 1 }],
  required: [{ required: ['a'] }, {}],
  additionalProperties: [{ additionalProperties: { type: 'string' } }, { a: 1 }],
  minProperties: [{ minProperties: 1 }, {}],
  maxProperties: [{ maxProperties: 1 }, { a: 1, b: 1 }],
  base64: [{ contentEncoding: 'base64' }, 'a'],
  decimalMinimum: [{ 'x-minimum': '1.5' }, '1.4'],
  decimalMaximum: [{ 'x-maximum': '1.5' }, '1.6'],
  ...Object.fromEntries(['date', 'date-time', 'email', 'uri', 'uuid', 'decimal'].map((format) => [format, [{ format }, 'no']])),
};

test.each(Object.entries(BROKEN))('a module of the shipped compiler stands alone: %s', (name, [schema, value]) => {
  const { item } = load(compile({ type: 'object', required: [], properties: { [name]: schema } }));
  expect(codes(item({ [name]: value }))).toHaveLength(1);
});

test('the module of the todo entity has at most 6 KB, and only what its schema uses', () => {
  const source = compile(TODO);
  expect(Buffer.byteLength(source)).toBeLessThanOrEqual(6 * 1024);
  expect(source).not.toMatch(/require\(|isEmail|canonical/);
});

test('equal schemas have equal modules', () => expect(compile(structuredClone(TODO))).toBe(compile(TODO)));

test('a compiler that was loaded with names kept makes modules that stand alone too', () => {
  const source = bundledCompiler({ keepNames: true })(TODO);
  expect(source).toContain('__name(');
  expect(load(source).item({ title: 'a' })).toEqual([]);
});
