import { crc32 } from 'node:zlib';

/** A record is its length, the checksum of its content, and the content. */
const HEADER_BYTES = 8;
const CHECKSUM_OFFSET = 4;

export function encodeFrame(content: Buffer): Buffer {
  const header = Buffer.allocUnsafe(HEADER_BYTES);
  header.writeUInt32LE(content.length);
  header.writeUInt32LE(crc32(content), CHECKSUM_OFFSET);
  return Buffer.concat([header, content]);
}

/** What is checked for a whole record before the search is given up; more than any damage that leaves one soon after. */
const SEARCHED_BYTES = 512 * 1024 * 1024;

/** Where, behind an offset, a whole record with content begins. */
export function wholeFrameAfter(bytes: Buffer, offset: number): number | undefined {
  let budget = SEARCHED_BYTES;
  for (let start = offset + 1; start + HEADER_BYTES < bytes.length && budget > 0; start += 1) {
    const length = bytes.readUInt32LE(start);
    const end = start + HEADER_BYTES + length;
    if (length === 0 || end > bytes.length) continue;
    if (crc32(bytes.subarray(start + HEADER_BYTES, end)) === bytes.readUInt32LE(start + CHECKSUM_OFFSET)) return start;
    budget -= length;
  }
  return undefined;
}

/** Where the contents of the whole records from an offset on begin and end; it stops before the first that is not whole. */
export function* readFrames(bytes: Buffer, offset: number): IterableIterator<{ start: number; end: number }> {
  let start = offset + HEADER_BYTES;
  while (start <= bytes.length) {
    const end = start + bytes.readUInt32LE(start - HEADER_BYTES);
    if (end > bytes.length || crc32(bytes.subarray(start, end)) !== bytes.readUInt32LE(start - HEADER_BYTES + CHECKSUM_OFFSET)) return;
    yield { start, end };
    start = end + HEADER_BYTES;
  }
}
