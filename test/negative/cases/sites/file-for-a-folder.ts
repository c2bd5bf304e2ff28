import { StaticSite } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  build: (stack) => new StaticSite(stack, 'Site', { source: 'package.json' }),
  value: "'package.json'",
  message: "Test/Site: source must be a folder (relative to the one that the app runs in), got 'package.json', which is a file",
} satisfies Mistake;
