import { apiOverTable } from '../../api-over-table';
import type { Mistake } from '../../mistake';

export default {
  build: apiOverTable({ hash: 'version' }, 'version'),
  value: 'version',
  message: "Test/Todos: table: partitionKey 'version' is an attribute that the server sets in each row; use a table with another key",
} satisfies Mistake;
