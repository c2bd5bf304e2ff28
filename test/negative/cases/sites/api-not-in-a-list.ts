import { Auth, ServerlessCrudApi, StaticSite } from '../../../../src';
import { TODO } from '../../../constructs/synth';
import type { Mistake } from '../../mistake';

export default {
  build: (stack) => new StaticSite(stack, 'Site', { source: 'test', apis: new ServerlessCrudApi(stack, 'Todos', { schema: TODO, auth: Auth.none() }) as never }),
  value: 'a ServerlessCrudApi',
  message: 'Test/Site: apis must be a list of ServerlessCrudApi, got a ServerlessCrudApi',
} satisfies Mistake;
