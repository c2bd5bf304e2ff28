import { crc32 } from 'node:zlib';

/** One record: its length, the checksum of its content, its content. */
const HEADER_BYTES = 8;
const CHECKSUM_OFFSET = 4;

export function encodeFrame(content: Buffer): Buffer {
  const header = Buffer.allocUnsafe(HEADER_BYTES);
  header.writeUInt32LE(content.length);
  header.writeUInt32LE(crc32(content), CHECKSUM_OFFSET);
  return Buffer.concat([header, content]);
}

/** The contents of the whole records from an offset on, and where each ends; it stops before the first that is not whole. */
export function* readFrames(bytes: Buffer, offset: number): IterableIterator<{ content: Buffer; end: number }> {
  for (let start = offset; start + HEADER_BYTES <= bytes.length;) {
    const end = start + HEADER_BYTES + bytes.readUInt32LE(start);
    const content = bytes.subarray(start + HEADER_BYTES, end);
    if (end > bytes.length || crc32(content) !== bytes.readUInt32LE(start + CHECKSUM_OFFSET)) return;
    yield { content, end };
    start = end;
  }
}
