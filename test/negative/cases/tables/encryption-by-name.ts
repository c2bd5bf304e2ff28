import { CrudTable } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { table: CrudTable.create({ encryption: 'KMS' as never }) },
  value: "'KMS'",
  message: "Test/Todos: table: encryption must be a TableEncryptionV2 such as TableEncryptionV2.awsManagedKey(), got 'KMS'",
} satisfies Mistake;
