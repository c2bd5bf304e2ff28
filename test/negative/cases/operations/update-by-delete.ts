import { Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.only(Operation.UPDATE).configure(Operation.UPDATE, { route: 'DELETE /{id}' }) },
  value: "'DELETE /{id}'",
  message: "Test/Todos: operations.update: route must use POST, PUT, PATCH, got 'DELETE /{id}'",
} satisfies Mistake;
