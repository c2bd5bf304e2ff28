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
