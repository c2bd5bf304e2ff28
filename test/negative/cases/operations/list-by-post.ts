import { Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.standard().configure(Operation.LIST, { route: 'POST /search' }) },
  value: "'POST /search'",
  message: "Test/Todos: operations.list: route must use GET, got 'POST /search'",
} satisfies Mistake;
