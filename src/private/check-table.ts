import type { CrudTable } from '../crud-table';
import type { ItemScope } from '../item-scope';

/** A table that exists has a key of its own, which only one scope fits. */
export function checkTable({ _model: scope }: ItemScope, table?: CrudTable): string[] {
  if (!table?._existing || scope.kind === 'item') return [];
  return ['table: CrudTable.fromTable() needs itemScope: ItemScope.item(), since an existing table has no scope in its key; or use CrudTable.create()'];
}
