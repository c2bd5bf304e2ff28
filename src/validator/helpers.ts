import { canonicalDateTime, compareDecimals, decimalText, isDate, isDateTime, readDecimal } from '../model';
import { items, itemCount, uniqueItems } from './rules/arrays';
import { decimalBound, isDecimal } from './rules/decimals';
import { isBase64, isEmail, isUri, isUuid } from './rules/formats';
import { bound, multipleOf } from './rules/numbers';
import { memberCount, members } from './rules/objects';
import { pointer, validate } from './rules/run';
import { decimalTextOf, instantTextOf } from './rules/stored-texts';
import { form, length, pattern } from './rules/strings';
import { all, canonical, oneOf } from './rules/values';

/** What a generated module can contain, by the name that it has there. */
const HELPERS = {
  all,
  bound,
  canonical,
  canonicalDateTime,
  compareDecimals,
  decimalBound,
  decimalText,
  decimalTextOf,
  form,
  instantTextOf,
  isBase64,
  isDate,
  isDateTime,
  isDecimal,
  isEmail,
  isUri,
  isUuid,
  itemCount,
  items,
  length,
  memberCount,
  members,
  multipleOf,
  oneOf,
  pattern,
  pointer,
  readDecimal,
  uniqueItems,
  validate,
};

export type Helper = keyof typeof HELPERS;

/** Collects the helpers that an expression uses, so that a module holds no others. */
export class HelperText {
  private readonly used = new Set<Helper>();

  /** The helper's name in the module. */
  public use(helper: Helper): string {
    this.used.add(helper);
    return helper;
  }

  /** A call of the helper, with arguments that are source text. */
  public call(helper: Helper, ...args: string[]): string {
    return `${this.use(helper)}(${args.join()})`;
  }

  /** The definitions of all that was used. */
  public toString(): string {
    const definitions = [...this.used].sort().map((helper) => `const ${helper}=${HELPERS[helper].toString()};\n`).join('');
    // loaders that keep names (tsx, esbuild) have wrapped the functions in calls of a function of theirs
    return definitions.includes('__name(') ? `const __name=(wrapped)=>wrapped;\n${definitions}` : definitions;
  }
}
