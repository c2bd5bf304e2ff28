import { readDecimal } from '../../model';
import { AttributeValue } from '../store/call';

/**
 * What the attributes on either side of a key may have together, in bytes.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html (partition keys and sort keys)
 */
export const PARTITION_KEY_BYTES = 2048;
export const SORT_KEY_BYTES = 1024;

/** The sign, the exponent and two digits a byte: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */
const bytesOfNumber = (text: string) => 2 + Math.ceil((readDecimal(text)?.digits.length ?? 0) / 2);

/** The size of key attributes, which are texts and numbers. */
export function keyBytes(values: readonly AttributeValue[]): number {
  return values.reduce((total, value) => total + ('S' in value ? Buffer.byteLength(value.S) : 'N' in value ? bytesOfNumber(value.N) : 0), 0);
}
