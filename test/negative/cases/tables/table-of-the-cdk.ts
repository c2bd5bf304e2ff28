import type { Mistake } from '../../mistake';

export default {
  props: { table: { tableName: 'todos' } as never },
  value: 'todos',
  message: "Test/Todos: table must be a CrudTable such as CrudTable.create(), got { tableName: 'todos' }",
} satisfies Mistake;
