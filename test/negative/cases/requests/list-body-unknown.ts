import type { Mistake } from '../../mistake';

export default {
  props: { response: { list: 'array' as never } },
  value: "'array'",
  message: "Test/Todos: response: list must be one of ListBody.PAGE, ListBody.PAGE_WITH_COUNT, ListBody.BARE_ARRAY, got 'array'",
} satisfies Mistake;
