import { JsonSchema } from '../model';
import { checkPattern } from './bundles';
import { shown } from './options/shown';

/** Patterns that are none, or whose time can explode, wherever they are in a schema. */
export function checkPatterns(at: string, schema: JsonSchema): string[] {
  const { pattern, maxLength, items, properties = {}, additionalProperties: values } = schema;
  const problem = pattern === undefined ? undefined : checkPattern(pattern, maxLength);
  return [
    ...(problem ? [`${at}: pattern ${shown(pattern)} ${problem}`] : []),
    ...Object.entries(properties).flatMap(([name, member]) => checkPatterns(`${at}.${name}`, member)),
    ...(items ? checkPatterns(`${at}[]`, items) : []),
    ...(typeof values === 'object' ? checkPatterns(`${at}{}`, values) : []),
  ];
}
