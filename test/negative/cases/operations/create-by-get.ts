import { Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.standard().configure(Operation.CREATE, { route: 'GET /new' }) },
  value: "'GET /new'",
  message: "Test/Todos: operations.create: route must use POST, PUT, PATCH, got 'GET /new'",
} satisfies Mistake;
