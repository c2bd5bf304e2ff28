import { Operation } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: [Operation.LIST] as never },
  value: "['list']",
  message: "Test/Todos: operations must be Operations such as Operations.standard(), got ['list']",
} satisfies Mistake;
