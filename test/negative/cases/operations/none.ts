import { Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.only() },
  message: 'Test/Todos: operations: none is left; name at least one, such as Operations.only(Operation.LIST)',
} satisfies Mistake;
