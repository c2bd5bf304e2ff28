import { CrudTable } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { table: CrudTable.create({ deletionProtection: 'false' as never }) },
  value: "'false'",
  message: "Test/Todos: table: deletionProtection must be true or false, got 'false'",
} satisfies Mistake;
