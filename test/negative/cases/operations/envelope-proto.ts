import { Operation, Operations } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { operations: Operations.standard().configure(Operation.GET, { envelope: '__proto__' }) },
  value: '__proto__',
  message: "Test/Todos: operations.get: envelope must be letters, digits, '_' and '-', beginning with a letter, got '__proto__'",
} satisfies Mistake;
