import { apiOverTable } from '../../api-over-table';
import type { Mistake } from '../../mistake';

export default {
  build: apiOverTable({ hash: 'pk' }, ''),
  value: "''",
  message: "Test/Todos: table: partitionKey must be the name of the table's partition key, got ''",
} satisfies Mistake;
