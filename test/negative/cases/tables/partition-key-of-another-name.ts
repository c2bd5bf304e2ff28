import { apiOverTable } from '../../api-over-table';
import type { Mistake } from '../../mistake';

export default {
  build: apiOverTable({ hash: 'pk' }, 'id'),
  value: 'pk',
  message: "Test/Todos: table: its partition key is 'pk', got partitionKey: 'id'",
} satisfies Mistake;
