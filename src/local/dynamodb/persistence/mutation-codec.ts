import { ClientToken } from '../storage/client-tokens';
import { Mutation } from '../storage/database';
import { TableDefinition } from '../storage/table';

/**
 * A batch as bytes: of each mutation its kind, then its fields. Items stay the text that they are in memory, so that a start does not have to
 * parse them; keys are a byte a character.
 */
const KINDS = ['put', 'delete', 'define', 'drop', 'token'] as const;

const UINT32_BYTES = 4;

export function encodeBatch(batch: Iterable<Mutation>): Buffer {
  const parts: Buffer[] = [];
  const number = (value: number) => {
    const bytes = Buffer.allocUnsafe(UINT32_BYTES);
    bytes.writeUInt32LE(value);
    parts.push(bytes);
  };
  const text = (value: string, encoding: BufferEncoding = 'utf8') => {
    const bytes = Buffer.from(value, encoding);
    number(bytes.length);
    parts.push(bytes);
  };
  for (const mutation of batch) {
    number(KINDS.indexOf(mutation.kind));
    switch (mutation.kind) {
      case 'put':
        text(mutation.table);
        text(mutation.key, 'latin1');
        number(mutation.stored.size);
        text(mutation.stored.json);
        break;
      case 'delete':
        text(mutation.table);
        text(mutation.key, 'latin1');
        break;
      case 'drop':
        text(mutation.table);
        break;
      case 'define':
        text(JSON.stringify(mutation.definition));
        break;
      case 'token':
        text(JSON.stringify(mutation.token));
    }
  }
  return Buffer.concat(parts);
}

export function decodeBatch(bytes: Buffer): Mutation[] {
  const batch: Mutation[] = [];
  let offset = 0;
  const number = () => {
    offset += UINT32_BYTES;
    return bytes.readUInt32LE(offset - UINT32_BYTES);
  };
  const text = (encoding: BufferEncoding = 'utf8') => {
    const length = number();
    offset += length;
    return bytes.toString(encoding, offset - length, offset);
  };
  while (offset < bytes.length) {
    const kind = KINDS[number()];
    switch (kind) {
      case 'put':
        batch.push({ kind, table: text(), key: text('latin1'), stored: { size: number(), json: text() } });
        break;
      case 'delete':
        batch.push({ kind, table: text(), key: text('latin1') });
        break;
      case 'drop':
        batch.push({ kind, table: text() });
        break;
      case 'define':
        batch.push({ kind, definition: JSON.parse(text()) as TableDefinition });
        break;
      case 'token':
        batch.push({ kind, token: JSON.parse(text()) as ClientToken });
    }
  }
  return batch;
}
