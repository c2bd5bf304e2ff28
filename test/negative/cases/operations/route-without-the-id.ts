import { Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.standard().configure(Operation.GET, { route: 'GET /one' }) },
  value: "'/one'",
  message: "Test/Todos: operations.get: route must contain {id} once, got '/one'; it is the item that the operation works on",
} satisfies Mistake;
