import { JsonSchema } from '../model';
import { checkPattern } from './check-pattern';

/** What is wrong with the patterns in a schema, one message a pattern, each with the field's path. */
export function checkPatterns(path: string, schema: JsonSchema): string[] {
  const { pattern, maxLength, properties = {}, items, additionalProperties: values } = schema;
  const mistake = pattern === undefined ? undefined : checkPattern(pattern, maxLength);
  return [
    ...(mistake === undefined ? [] : [`${path}: pattern '${pattern}' ${mistake}`]),
    ...Object.entries(properties).flatMap(([name, member]) => checkPatterns(`${path}.${name}`, member)),
    ...(items ? checkPatterns(`${path}[]`, items) : []),
    ...(typeof values === 'object' ? checkPatterns(`${path}{}`, values) : []),
  ];
}
