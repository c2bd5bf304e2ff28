import { Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.standard().configure(Operation.UPDATE, { route: 'post /{id}' }) },
  value: "'post /{id}'",
  message: "Test/Todos: operations.update: route must be a method and a path such as 'PUT /{id}', got 'post /{id}'",
} satisfies Mistake;
