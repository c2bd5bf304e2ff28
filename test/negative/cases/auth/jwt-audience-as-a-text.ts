import { Auth } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { auth: Auth.jwt({ issuer: 'https://id.example.com', audience: 'app' as never }) },
  value: "'app'",
  message: "Test/Todos: auth: audience must be a list of texts, got 'app'",
} satisfies Mistake;
