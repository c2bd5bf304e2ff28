import axe from 'axe-core';
import { Page } from 'playwright-core';

/** What WCAG 2.2 A and AA ask for, and axe's best practices. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The breaches of accessibility rules that axe finds in the page as it is now: `rule: selector`. */
export async function accessibilityBreaches(page: Page): Promise<string[]> {
  // a colour in the middle of a transition is no colour of the design
  await page.evaluate('Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)))');
  await page.evaluate(axe.source);
  const run = `axe.run({ runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations'] })`;
  const { violations } = await page.evaluate<axe.AxeResults>(run);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
