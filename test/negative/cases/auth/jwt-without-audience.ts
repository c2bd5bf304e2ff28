import { Auth } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { auth: Auth.jwt({ issuer: 'https://id.example.com' } as never) },
  value: 'undefined',
  message: 'Test/Todos: auth: audience must be a list of texts, got undefined',
} satisfies Mistake;
