import { Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.standard().configure(Operation.UPDATE, { route: 'PUT /{id}' }) },
  value: 'PUT /todos/{id}',
  message: "Test/Todos: operations.update: route PUT /todos/{id} is that of 'replace' too; give one of them another",
} satisfies Mistake;
