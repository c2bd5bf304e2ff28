import { Auth } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { auth: Auth.jwt({ issuer: 'https://id.example.com?tenant=a', audience: ['app'] }) },
  value: 'https://id.example.com?tenant=a',
  message: "Test/Todos: auth: issuer must be an https URL without query and fragment, such as 'https://id.example.com' (OpenID Connect Discovery 1.0), got 'https://id.example.com?tenant=a'",
} satisfies Mistake;
