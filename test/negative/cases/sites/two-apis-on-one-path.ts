import { Auth, ServerlessCrudApi, StaticSite } from '../../../../src';
import { TODO } from '../../../constructs/synth';
import type { Mistake } from '../../mistake';

export default {
  build: (stack) => {
    const apis = ['One', 'Two'].map((id) => new ServerlessCrudApi(stack, id, { schema: TODO, auth: Auth.none() }));
    new StaticSite(stack, 'Site', { source: 'test', apis });
  },
  value: '/todos',
  message: 'Test/Site: apis: two are served under /todos; give one of them another path',
} satisfies Mistake;
