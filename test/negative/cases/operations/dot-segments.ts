import { Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.standard().configure(Operation.LIST, { route: 'GET /../admin' }) },
  value: "'/../admin'",
  message: "Test/Todos: operations.list: route must be '/' or segments of letters, digits and '._~-' or {id}, without a final slash, got '/../admin'",
} satisfies Mistake;
