import { caseFiles } from './cases';
import { Fixture, startFixture } from './fixture/local';
import { Case } from './harness/case';
import { describeFailure } from './harness/command';
import { named, playCase } from './harness/suite';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
}, 120_000);
afterAll(() => fixture?.stop());

/** Jest plays one case after the other; those that need their collection empty come last, as in the command. */
const ordered = [...named(caseFiles)].sort((a, b) => Number(a.case.exclusive ?? false) - Number(b.case.exclusive ?? false));

test.each(ordered.map(({ title, case: one }): [string, Case] => [title, one]))('%s', async (title, one) => {
  const outcome = await playCase(one, fixture.target);
  if (outcome.failures.length > 0) throw new Error(describeFailure(title, outcome, fixture.target));
  if (!one.transport) expect(outcome.assertedCalls).toBe(true);
});
