import { Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.standard().configure(Operation.GET, { route: 'GET /{id}/{id}' }) },
  value: "'/{id}/{id}'",
  message: "Test/Todos: operations.get: route must contain {id} once, got '/{id}/{id}'; it is the item that the operation works on",
} satisfies Mistake;
