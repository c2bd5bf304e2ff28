import { Auth } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { auth: Auth.jwt({ issuer: 'https://id.example.com', audience: [] }) },
  value: '[]',
  message: 'Test/Todos: auth: audience must name at least one client id and no empty one, got []',
} satisfies Mistake;
