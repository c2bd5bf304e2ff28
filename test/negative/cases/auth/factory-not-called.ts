import { Auth } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { auth: Auth.none as never },
  value: 'the function none',
  message: 'Test/Todos: auth must be an Auth such as Auth.none() or Auth.jwt({ … }), got the function none',
} satisfies Mistake;
