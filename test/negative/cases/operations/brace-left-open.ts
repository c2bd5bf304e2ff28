import { Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.standard().configure(Operation.GET, { route: 'GET /{id' }) },
  value: "'/{id'",
  message: "Test/Todos: operations.get: route must be '/' or segments of letters, digits and '._~-' or {id}, without a final slash, got '/{id'",
} satisfies Mistake;
