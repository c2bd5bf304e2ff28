import { steadily } from './steady';

const standStill = () => {
  const end = Date.now() + 900;
  while (Date.now() < end);
};

let said: jest.SpyInstance;
beforeEach(() => { said = jest.spyOn(console, 'warn').mockImplementation(); });
afterEach(() => said.mockRestore());

/** How often work runs whose first run, and no other, fails. */
async function runsOf(meanwhile: () => void, firstResult: string): Promise<{ result: string; runs: number }> {
  let runs = 0;
  const result = await steadily(async () => {
    if (++runs > 1) return 'good';
    meanwhile();
    return firstResult;
  }, (come) => come === 'bad');
  return { result, runs };
}

test('a failure counts', async () => {
  expect(await runsOf(() => undefined, 'bad')).toEqual({ result: 'bad', runs: 1 });
  expect(said).not.toHaveBeenCalled();
});

test('a failure while the machine stood still is tried again, and told', async () => {
  expect(await runsOf(standStill, 'bad')).toEqual({ result: 'good', runs: 2 });
  expect(said).toHaveBeenCalledWith(expect.stringMatching(/^the machine stood still for \d+ ms/));
});

test('what is good is good, however long it took', async () => {
  expect(await runsOf(standStill, 'good')).toEqual({ result: 'good', runs: 1 });
});
