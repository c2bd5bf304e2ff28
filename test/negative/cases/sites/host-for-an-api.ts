import { ApiHost, StaticSite } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  build: (stack) => new StaticSite(stack, 'Site', { source: 'test', apis: [ApiHost.http() as never] }),
  value: 'an ApiHost',
  message: 'Test/Site: apis must hold ServerlessCrudApi, got an ApiHost',
} satisfies Mistake;
