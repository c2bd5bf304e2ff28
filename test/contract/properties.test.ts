import { Fixture, startFixture } from './fixture/local';
import { concurrentWriters } from './properties/concurrent-writers';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
}, 120_000);
afterAll(() => fixture?.stop());

describe('concurrent writers', () => concurrentWriters(() => fixture.target.collections['/todos']));
