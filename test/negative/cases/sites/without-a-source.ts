import { StaticSite } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  build: (stack) => new StaticSite(stack, 'Site', {} as never),
  value: 'undefined',
  message: 'Test/Site: source must be a text, got undefined',
} satisfies Mistake;
