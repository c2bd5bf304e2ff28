import { Auth } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { auth: Auth.jwt({ issuer: 'http://id.example.com', audience: ['app'] }) },
  value: 'http://id.example.com',
  message: "Test/Todos: auth: issuer must be an https URL without query and fragment, such as 'https://id.example.com' (OpenID Connect Discovery 1.0), got 'http://id.example.com'",
} satisfies Mistake;
