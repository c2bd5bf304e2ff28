import type { Mistake } from '../../mistake';

export default {
  props: { request: [] as never },
  value: '[]',
  message: 'Test/Todos: request: options must be an object such as { maxBodySize: …, lenientContentType: … }, got []',
} satisfies Mistake;
