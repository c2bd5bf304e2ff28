import { Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.standard().configure(Operation.UPDATE, 'PUT /{id}' as never) },
  value: "'PUT /{id}'",
  message: "Test/Todos: operations.update: options must be an object such as { route: …, successStatus: … }, got 'PUT /{id}'",
} satisfies Mistake;
