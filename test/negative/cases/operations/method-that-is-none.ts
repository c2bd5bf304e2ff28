import { Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.standard().configure(Operation.LIST, { route: 'QUERY /' }) },
  value: "'QUERY /'",
  message: "Test/Todos: operations.list: route must be a method and a path such as 'PUT /{id}', got 'QUERY /'",
} satisfies Mistake;
