import { Auth } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { auth: Auth.jwt(undefined as never) },
  value: 'undefined',
  message: 'Test/Todos: auth: options must be an object such as { issuer: …, audience: … }, got undefined',
} satisfies Mistake;
