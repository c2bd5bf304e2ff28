import { apiOverTable } from '../../api-over-table';
import type { Mistake } from '../../mistake';

export default {
  build: apiOverTable({ hash: 'pk', range: 'sk' }, 'pk'),
  value: 'sk',
  message: "Test/Todos: table: has the sort key 'sk', but its items are found by their id alone; use a table without sort key, or CrudTable.create()",
} satisfies Mistake;
