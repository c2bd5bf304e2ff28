import { ClientToken } from '../storage/client-tokens';
import { Mutation } from '../storage/database';
import { StoredItem } from '../storage/stored-item';
import { TableDefinition } from '../storage/table';

/**
 * A batch as bytes: of each mutation its kind, then its fields. Items stay the text that they are in memory, so that a start does not have to
 * parse them; keys are a byte a character.
 */
const KINDS = ['put', 'delete', 'define', 'drop', 'token'] as const;

const UINT32_BYTES = 4;

export function encodeBatch(batch: Iterable<Mutation>): Buffer {
  const writer = new Writer();
  for (const mutation of batch) {
    writer.number(KINDS.indexOf(mutation.kind));
    switch (mutation.kind) {
      case 'put':
        writer.text(mutation.table);
        writer.text(mutation.key, 'latin1');
        writer.number(mutation.stored.size);
        writer.text(mutation.stored.json);
        break;
      case 'delete':
        writer.text(mutation.table);
        writer.text(mutation.key, 'latin1');
        break;
      case 'drop':
        writer.text(mutation.table);
        break;
      case 'define':
        writer.text(JSON.stringify(mutation.definition));
        break;
      case 'token':
        writer.text(JSON.stringify(mutation.token));
    }
  }
  return writer.bytes();
}

export function decodeBatch(bytes: Buffer, start: number, end: number, visit: (mutation: Mutation) => void): void {
  const reader = new Reader(bytes, start);
  while (reader.offset < end) visit(decodeMutation(reader));
}

function decodeMutation(reader: Reader): Mutation {
  const kind = KINDS[reader.number()];
  switch (kind) {
    case 'put': return { kind, table: reader.text(), key: reader.text('latin1'), stored: reader.item() };
    case 'delete': return { kind, table: reader.text(), key: reader.text('latin1') };
    case 'drop': return { kind, table: reader.text() };
    case 'define': return { kind, definition: JSON.parse(reader.text()) as TableDefinition };
    case 'token': return { kind, token: JSON.parse(reader.text()) as ClientToken };
  }
}

class Writer {
  private readonly parts: Buffer[] = [];

  number(value: number): void {
    const bytes = Buffer.allocUnsafe(UINT32_BYTES);
    bytes.writeUInt32LE(value);
    this.parts.push(bytes);
  }

  text(value: string, encoding: 'utf8' | 'latin1' = 'utf8'): void {
    const bytes = Buffer.from(value, encoding);
    this.number(bytes.length);
    this.parts.push(bytes);
  }

  bytes(): Buffer {
    return Buffer.concat(this.parts);
  }
}

class Reader {
  constructor(private readonly bytes: Buffer, public offset: number) {}

  number(): number {
    this.offset += UINT32_BYTES;
    return this.bytes.readUInt32LE(this.offset - UINT32_BYTES);
  }

  text(encoding: 'utf8' | 'latin1' = 'utf8'): string {
    const length = this.number();
    this.offset += length;
    return this.bytes.toString(encoding, this.offset - length, this.offset);
  }

  item(): StoredItem {
    const size = this.number();
    const length = this.number();
    this.offset += length;
    return StoredItem.within(this.bytes, this.offset - length, this.offset, size);
  }
}
