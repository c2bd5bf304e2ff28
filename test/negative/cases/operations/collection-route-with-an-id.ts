import { Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.standard().configure(Operation.CREATE, { route: 'POST /{id}' }) },
  value: "'/{id}'",
  message: "Test/Todos: operations.create: route must not contain {id}, got '/{id}'; the operation works on the collection",
} satisfies Mistake;
