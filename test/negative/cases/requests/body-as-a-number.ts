import type { Mistake } from '../../mistake';

export default {
  props: { request: { maxBodySize: 1024 as never } },
  value: '1024',
  message: 'Test/Todos: request: maxBodySize must be a Size such as Size.kibibytes(64), not made of a token, got 1024',
} satisfies Mistake;
