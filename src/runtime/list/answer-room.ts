import { PAGE_SIZE } from '../../model';
import { present } from '../answer/present';
import { attributeAt } from '../item/attributes';
import { Asked } from '../operations/asked';
import { AttributeMap, AttributeValue } from '../store/call';

/**
 * Lambda answers at most 6 MB, in which the body is a text of JSON: its quotes, backslashes and what they escape count once more.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const MOST_BYTES = 4 * 1024 * 1024;

/** As many of these as a page can have fit for certain. */
const SMALL = MOST_BYTES / PAGE_SIZE.greatest;

/** The room that items have in the answer: until one has none, when no later one has any; the first item always has enough. */
export class AnswerRoom {
  private used = 0;

  constructor(private readonly asked: Pick<Asked, 'api' | 'fields'>) {}

  public get isFull(): boolean {
    return this.used > MOST_BYTES;
  }

  public takes(item: AttributeMap): boolean {
    const isFirst = this.used === 0;
    this.used += this.sizeOf(item);
    return isFirst || !this.isFull;
  }

  /** Exact for large items alone, since it takes as long as to answer them. */
  private sizeOf(item: AttributeMap): number {
    const { api: { model }, fields } = this.asked;
    const bound = fields.reduce((total, name) => total + name.length + boundOf(attributeAt(item, name)), 0);
    return bound <= SMALL ? bound : Buffer.byteLength(JSON.stringify(JSON.stringify(present(model, item, fields, ''))));
  }
}

/** A control character becomes `\\u0001`; every other character of a text takes less. */
const MOST_BYTES_OF_A_CHARACTER = 7;
/** A decimal of 38 digits behind 130 zeros, and the marks round a value. */
const MOST_BYTES_OF_A_SCALAR = 200;

/** What a value takes at most, at a glance. */
function boundOf(value: AttributeValue | undefined): number {
  if (value === undefined) return 0;
  if ('S' in value) return MOST_BYTES_OF_A_SCALAR + MOST_BYTES_OF_A_CHARACTER * value.S.length;
  if ('N' in value || 'BOOL' in value || 'NULL' in value) return MOST_BYTES_OF_A_SCALAR;
  if ('L' in value) return value.L.reduce((total, element) => total + boundOf(element), MOST_BYTES_OF_A_SCALAR);
  if ('M' in value) {
    return Object.entries(value.M).reduce((total, [name, member]) => total + boundOf({ S: name }) + boundOf(member), MOST_BYTES_OF_A_SCALAR);
  }
  return Infinity;
}
