import { JsonSchema } from '../model';
import { withArticle, words } from './entity';

/**
 * A schema that says in its descriptions, at every depth, what JSON Schema has no keyword for.
 *
 * A `default` is in words too: generators of typed clients demand a member that has one, as if the server did not know it.
 */
export function inWords(schema: JsonSchema, showsDefaults = false): JsonSchema {
  const { default: usual, description, properties, items, additionalProperties: others, ...rest } = schema;
  const absent = showsDefaults && usual !== undefined ? [`Absent: \`${JSON.stringify(usual)}\``] : [];
  const sentences = [...(description === undefined ? [] : [description]), ...meanings(schema), ...absent];
  return {
    ...rest,
    ...(sentences.length > 0 && { description: sentences.join('. ') }),
    ...(properties && { properties: Object.fromEntries(Object.entries(properties).map(([name, member]) => [name, inWords(member, showsDefaults)])) }),
    ...(items && { items: inWords(items, showsDefaults) }),
    ...(others !== undefined && { additionalProperties: typeof others === 'object' ? inWords(others, showsDefaults) : others }),
  };
}

function meanings(schema: JsonSchema): string[] {
  const { 'format': format, 'contentEncoding': encoding, 'x-minimum': least, 'x-maximum': greatest, 'x-reference': referred } = schema;
  return [
    ...(format === 'decimal' ? ['A decimal, exact to 38 digits'] : []),
    ...(least === undefined ? [] : [`At least ${least}`]),
    ...(greatest === undefined ? [] : [`At most ${greatest}`]),
    ...(encoding === 'base64' ? ['Binary, in base64'] : []),
    ...(referred === undefined ? [] : [`The id of ${withArticle(words(referred))}`]),
    ...(schema['x-self-link'] ? ['The path of the item itself'] : []),
    ...(schema['x-immutable'] ? ['Set on create, fixed then'] : []),
    ...(schema['x-unique'] ? ['No two items have the same'] : []),
  ];
}
