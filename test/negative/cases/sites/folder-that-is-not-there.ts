import { StaticSite } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  build: (stack) => new StaticSite(stack, 'Site', { source: './no-such-folder' }),
  value: "'./no-such-folder'",
  message: "Test/Site: source must be a folder (relative to the one that the app runs in), got './no-such-folder', which is not there",
} satisfies Mistake;
