import type { Mistake } from '../../mistake';

export default {
  props: { request: { allowScan: true } },
  message: 'Test/Todos: request.allowScan: is for ItemScope.item() alone; every other list is a query, so drop it',
} satisfies Mistake;
