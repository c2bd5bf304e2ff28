import { Aws, Size, Token } from 'aws-cdk-lib';
import type { Mistake } from '../../mistake';

export default {
  props: { request: { maxBodySize: Size.bytes(Token.asNumber(Aws.REGION)) } },
  value: 'a Size',
  message: 'Test/Todos: request: maxBodySize must be a Size such as Size.kibibytes(64), not made of a token, got a Size',
} satisfies Mistake;
