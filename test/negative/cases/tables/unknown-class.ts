import { CrudTable } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { table: CrudTable.create({ tableClass: 'GLACIER' as never }) },
  value: "'GLACIER'",
  message: "Test/Todos: table: tableClass must be one of TableClass.STANDARD, TableClass.STANDARD_INFREQUENT_ACCESS, got 'GLACIER'",
} satisfies Mistake;
