import { createContext, runInContext } from 'node:vm';
import { ObjectSchema, Validator } from '../../src/model';
import { compileValidator } from '../../src/validator';

/** Runs a generated module where nothing but the language and `URL` is at hand: no `require`, no binding of the compiler. */
export function load(source: string): Validator {
  const context = createContext({ exports: {}, URL });
  runInContext(source, context);
  const { item, patch } = context.exports as Validator;
  // values of another realm have other prototypes, which matters to jest alone
  const own = (check: Validator['item']) => (value: unknown) => JSON.parse(JSON.stringify(check(value))) as ReturnType<Validator['item']>;
  return { item: own(item), patch: own(patch) };
}

export function validatorOf(schema: ObjectSchema): Validator {
  return load(compileValidator(schema));
}

/** `pointer code` of each violation: what a table of cases compares. */
export function codes(violations: ReturnType<Validator['item']>): string[] {
  return violations.map(({ pointer, code }) => `${pointer} ${code}`);
}
