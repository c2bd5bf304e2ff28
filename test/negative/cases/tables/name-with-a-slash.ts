import { CrudTable } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { table: CrudTable.create({ tableName: 'team/todos' }) },
  value: "'team/todos'",
  message: "Test/Todos: table: tableName must be 3 to 255 letters, digits, '_', '.' and '-', got 'team/todos'",
} satisfies Mistake;
