import type { Mistake } from '../../mistake';

export default {
  props: { pathParameter: '{id}' },
  value: "'{id}'",
  message: "Test/Todos: pathParameter: must be letters, digits and '_', beginning with a letter, got '{id}'",
} satisfies Mistake;
