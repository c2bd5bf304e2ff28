import { Fixture, startFixture } from './fixture/local';
import { empty } from './harness/suite';
import { concurrentWriters } from './properties/concurrent-writers';
import { editedCursors } from './properties/edited-cursors';
import { filtersByMeaning } from './properties/filters-by-meaning';
import { mergePatches } from './properties/merge-patches';
import { pageWalks } from './properties/page-walks';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
}, 120_000);
afterAll(() => fixture?.stop());

describe.each([
  ['page walks', '/todos', pageWalks],
  ['edited cursors', '/todos', editedCursors],
  ['concurrent writers', '/todos', concurrentWriters],
  ['filters by their meaning', '/specimens', filtersByMeaning],
  ['merge patches', '/specimens', mergePatches],
])('%s', (_topic, collection, properties) => {
  beforeAll(() => empty(fixture.target, collection));
  properties(() => fixture.target.collections[collection]);
});
