import type { Mistake } from '../../mistake';

export default {
  props: { request: { unknownFields: 'ignore' as never } },
  value: "'ignore'",
  message: "Test/Todos: request: unknownFields must be one of UnknownFields.REJECT, UnknownFields.STRIP, got 'ignore'",
} satisfies Mistake;
