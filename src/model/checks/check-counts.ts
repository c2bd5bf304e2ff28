import { JsonSchema } from '../json-schema';
import { Model } from '../model';

/**
 * What one update sets in its expression of 4 KB: fields of plain values, with 32 placeholders of up to 32 characters and the others numbered.
 * A field that stays as it is takes the place of five, since the update names it twice, for where it has no value yet.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html (expression parameters)
 */
const MOST_FIELDS = 200;
const PLACES_OF_A_KEPT_FIELD = 5;

/** What one condition of 4 KB compares, beside twenty tags of `If-Match`. */
const MOST_IMMUTABLE = 50;

/**
 * A transaction has 100 writes: an item's own, and for each changed value that of the old one and of the new one.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html (transactions)
 */
const MOST_UNIQUE = 49;

/** What is wrong with the numbers of an entity's fields, all of which one call writes. */
export function checkCounts({ entity: { name }, schema }: Model): string[] {
  const fields = Object.values(schema.properties);
  const count = (is: (field: JsonSchema) => unknown) => fields.filter(is).length;
  const kept = count((field) => (field.readOnly || field.writeOnly) && field.default !== undefined);
  const immutable = count((field) => field['x-immutable']);
  const unique = count((field) => field['x-unique']);

  const [together, places] = [fields.length, fields.length + (PLACES_OF_A_KEPT_FIELD - 1) * kept];
  const counted = kept === 0 ? '' : `, ${kept} of which are readOnly or writeOnly with a defaultValue and count as ${PLACES_OF_A_KEPT_FIELD}`;
  const counts: [boolean, string][] = [
    [together === 0, 'has no fields; give it at least one, such as { title: Field.text() }'],
    [places > MOST_FIELDS, `has ${together} fields${counted}; one update can set ${MOST_FIELDS} of them (DynamoDB's expressions have 4 KB), so put some into a Field.nested({ … })`],
    [immutable > MOST_IMMUTABLE, `has ${immutable} immutable fields; one condition can compare ${MOST_IMMUTABLE} of them (DynamoDB's have 4 KB), so put some into an immutable Field.nested({ … })`],
    [unique > MOST_UNIQUE, `has ${unique} unique fields; one transaction can change ${MOST_UNIQUE} of them (DynamoDB's have 100 writes, two a value), so make fewer unique`],
  ];
  return counts.filter(([isWrong]) => isWrong).map(([, mistake]) => `${name}: ${mistake}`);
}
