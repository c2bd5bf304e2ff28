import { Path } from '../expressions/syntax';
import { validationError } from '../service-error';
import { keyNames } from '../storage/key-schema';
import { Table } from '../storage/table';

/** Keys are scalars: an expression cannot reach into one. @throws ValidationException */
export function checkNestedPaths(nestedPaths: Readonly<Record<string, true>> | undefined, table: Table): void {
  if (nestedPaths === undefined) return;
  const refuse = (kind: 'Key' | 'IndexKey', names: readonly string[]) => {
    const name = names.find((key) => nestedPaths[key]);
    if (name === undefined) return;
    throw validationError(`Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: ${kind}: ${name}`);
  };
  refuse('Key', keyNames(table.schema));
  for (const index of table.indexes.values()) refuse('IndexKey', keyNames(index.schema));
}

/** An item keeps its key. @throws ValidationException */
export function checkKeyIsKept(paths: readonly Path[], table: Table): void {
  const updated = keyNames(table.schema).find((name) => paths.some(([head]) => head === name));
  if (updated !== undefined) {
    throw validationError(`One or more parameter values were invalid: Cannot update attribute ${updated}. This attribute is part of the key`);
  }
}
