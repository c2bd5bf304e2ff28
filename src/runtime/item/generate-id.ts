import { isGeneratedId } from './item-id';

/** Randomness, so that tests can have none. */
export type RandomBytes = (size: number) => Uint8Array;

/** Of twelve bits, half are left for counting on within a millisecond. */
const SEED_BITS = 0x7ff;
const MOST_BITS = 0xfff;

/**
 * UUIDv7 with a counter in `rand_a` (RFC 9562, 6.2, method 1), so that ids of one process sort by creation.
 * The last byte is the number of the shard that the item lives in.
 */
export class IdGenerator {
  private milliseconds = 0;
  private counter = 0;

  constructor(private readonly random: RandomBytes) {}

  public next(now: number, shard = 0): string {
    const bytes = Buffer.alloc(16);
    this.advance(now);
    bytes.writeUIntBE(this.milliseconds, 0, 6);
    bytes.writeUInt16BE(0x7000 | this.counter, 6);
    bytes.set(this.random(7), 8);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    bytes[15] = shard;
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  /** A clock that stands or goes back counts on; a full counter borrows from the next millisecond. */
  private advance(now: number): void {
    if (now > this.milliseconds || this.counter === MOST_BITS) {
      this.milliseconds = Math.max(now, this.milliseconds + 1);
      this.counter = Buffer.from(this.random(2)).readUInt16BE() & SEED_BITS;
    } else {
      this.counter++;
    }
  }
}

/** The shard that a generated id carries; a text that is none would be in the first one, but no item has it. */
export function shardOf(id: string): number {
  return isGeneratedId(id) ? parseInt(id.slice(-2), 16) : 0;
}
