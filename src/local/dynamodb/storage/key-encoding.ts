import { crc32 } from 'node:zlib';
import { AttributeValue, ScalarType } from '../values/attribute-value';
import { sortableNumber } from '../values/number';

/**
 * Keys are texts whose characters are bytes, so that the order of JavaScript's strings is DynamoDB's order: text by its UTF-8 bytes, numbers
 * by value, binary by bytes, one attribute after the other. A terminator ends each attribute; within one, zero bytes are escaped to sort after it.
 */
const TERMINATOR = '\u0000\u0001';
const ESCAPED_ZERO = '\u0000\u0002';

/** An attribute's bytes without the terminator: what `begins_with` compares. */
export function encodePrefix(value: AttributeValue, type: ScalarType): string {
  if (type === 'N') return sortableNumber(value.N!);
  if (type === 'S' && isPlain(value.S!)) return value.S!;
  const bytes = type === 'S' ? Buffer.from(value.S!, 'utf8') : Buffer.from(value.B!, 'base64');
  return bytes.toString('latin1').replaceAll('\u0000', ESCAPED_ZERO);
}

export function encodeAttribute(value: AttributeValue, type: ScalarType): string {
  return encodePrefix(value, type) + TERMINATOR;
}

/** One byte a character, none of them zero. */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0 || code > 0x7f) return false;
  }
  return true;
}

const HASH_DIGITS = 8;
const HASHES = 2 ** 32;

/** Partitions are stored in the order of their hash, as in DynamoDB, so that nobody comes to rely on another order of a scan. */
export function partitionHash(partition: string): string {
  return hex(crc32(Buffer.from(partition, 'latin1')));
}

/** Where the hashes of a parallel scan's segment begin; the end of the last segment is after every hash. */
export function segmentStart(segment: number, totalSegments: number): string {
  return segment === totalSegments ? 'g' : hex(Math.ceil((HASHES * segment) / totalSegments));
}

function hex(hash: number): string {
  return hash.toString(16).padStart(HASH_DIGITS, '0');
}
