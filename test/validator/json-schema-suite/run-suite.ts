import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromJsonSchema } from '../../../src/model';
import { checkPattern } from '../../../src/validator';
import { validatorOf } from '../load';
import { DEVIATIONS } from './deviations';

/** A schema of the suite, and values that fit it or do not. */
interface Group {
  readonly description: string;
  readonly schema: unknown;
  readonly tests: [description: string, data: unknown, valid: boolean][];
}

/** What became of one case. */
export interface Outcome {
  readonly keyword: string;
  readonly name: string;
  readonly result: 'passed' | 'refused' | 'deviates' | 'failed';
  /** Why it was refused or deviates. */
  readonly reason?: string;
}

/**
 * The cases of the official JSON Schema test suite (draft 2020-12) for the keywords that are honoured, wholly or in part.
 *
 * From https://github.com/json-schema-org/JSON-Schema-Test-Suite, as distributed with the Python package jsonschema 4.26.0; see LICENSE.
 */
function cases(): { readonly [keyword: string]: Group[] } {
  return JSON.parse(readFileSync(join(__dirname, 'cases.json'), 'utf8')) as { [keyword: string]: Group[] };
}

/** Runs every case: its schema as that of a field, through the intake, into a generated validator. */
export function runSuite(): Outcome[] {
  return Object.entries(cases()).flatMap(([keyword, groups]) => groups.flatMap((group) => runGroup(keyword, group)));
}

function runGroup(keyword: string, { description, schema, tests }: Group): Outcome[] {
  const outcome = (test: string): Pick<Outcome, 'keyword' | 'name'> => ({ keyword, name: `${keyword}: ${description}: ${test}` });
  const intake = fromJsonSchema({ type: 'object', properties: { value: moved(schema) }, required: ['value'] });
  if ('issues' in intake) {
    const [{ pointer, detail }] = intake.issues;
    return tests.map(([test]) => ({ ...outcome(test), result: 'refused', reason: reasonOf(pointer, detail) }));
  }
  const mistake = patternsIn(intake.schema).map((pattern) => checkPattern(pattern)).find((problem) => problem !== undefined);
  if (mistake) return tests.map(([test]) => ({ ...outcome(test), result: 'refused', reason: `pattern ${mistake}` }));

  const { item } = validatorOf(intake.schema);
  return tests.map(([test, data, valid]) => {
    const { name } = outcome(test);
    if ((item({ value: data }).length === 0) === valid) return { keyword, name, result: 'passed' };
    const deviation = DEVIATIONS.find(({ cases: pattern }) => pattern.test(name));
    return deviation ? { keyword, name, result: 'deviates', reason: deviation.reason } : { keyword, name, result: 'failed' };
  });
}

/** Every pattern in a schema, however deep. */
function patternsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([keyword, value]) => (keyword === 'pattern' && typeof value === 'string' ? [value] : patternsIn(value)));
}

/** References are from the document's root, which the schema is not when it stands for a field. */
function moved(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(moved);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(Object.entries(schema).map(([keyword, value]) => {
    if (keyword === '$ref' && typeof value === 'string') return [keyword, value.replace(/^#(?=\/|$)/, '#/properties/value')];
    return [keyword, keyword === 'enum' || keyword === 'const' ? value as unknown : moved(value)];
  }));
}

/** The kind of refusal, without what differs from case to case. */
function reasonOf(pointer: string, detail: string): string {
  const keyword = pointer.split('/').pop();
  return detail.startsWith(`${keyword} is not supported`) || detail.startsWith(`${keyword} is no keyword`) ? detail.split(';')[0] : detail.split(/, got|;/)[0];
}
