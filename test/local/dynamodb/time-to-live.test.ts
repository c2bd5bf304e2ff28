import { Fixture, TABLE_NAME, tableInput } from './support';

let todos: Fixture;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2026, 0, 1);
  todos = await Fixture.open(tableInput(), { clock: () => now });
});
afterEach(async () => todos.engine.close());

const specification = (AttributeName: string, Enabled = true) => ({ TimeToLiveSpecification: { AttributeName, Enabled } });
const at = (seconds: number) => ({ _ttl: { N: String(now / 1000 + seconds) } });

describe('time to live', () => {
  test('is switched on and off, and says so', async () => {
    const status = async () => (await todos.call('DescribeTimeToLive', {})).TimeToLiveDescription;
    expect(await status()).toEqual({ TimeToLiveStatus: 'DISABLED' });
    expect(await todos.call('UpdateTimeToLive', specification('_ttl'))).toEqual(specification('_ttl'));
    expect(await status()).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: '_ttl' });
    await todos.call('UpdateTimeToLive', specification('_ttl', false));
    expect(await status()).toEqual({ TimeToLiveStatus: 'DISABLED' });
  });

  test.each([
    ['twice', '_ttl', true],
    ['by another attribute', 'other', true],
    ['off by another attribute', 'other', false],
  ])('cannot be switched %s', async (_, attribute, enabled) => {
    await todos.call('UpdateTimeToLive', specification('_ttl'));
    expect((await todos.failure('UpdateTimeToLive', specification(attribute, enabled))).type).toBe('ValidationException');
  });

  test('deletes what is past it, and nothing else', async () => {
    await todos.put('before', at(-10));
    await todos.call('UpdateTimeToLive', specification('_ttl'));
    await todos.put('past', at(-1));
    await todos.put('now', at(0));
    await todos.put('later', at(60));
    await todos.put('never');
    await todos.put('text', { _ttl: { S: '1' } });
    await todos.put('ancient', { _ttl: { N: '1' } });
    expect(todos.engine.deleteExpired()).toBe(2);
    expect((await todos.ids('Scan')).sort()).toEqual(['ancient', 'later', 'never', 'now', 'text']);
    now += 61_000;
    todos.engine.deleteExpired();
    expect((await todos.ids('Scan')).sort()).toEqual(['ancient', 'never', 'text']);
  });

  test('follows what is written', async () => {
    await todos.call('UpdateTimeToLive', specification('_ttl'));
    await todos.put('1', at(-1));
    todos.engine.deleteExpired();
    await todos.put('1', at(-1));
    await todos.put('1', at(10));
    await todos.put('2', at(10));
    await todos.delete('2');
    expect(todos.engine.deleteExpired()).toBe(0);
    now += 11_000;
    expect(todos.engine.deleteExpired()).toBe(1);
  });

  test('is told as a deletion of its own', async () => {
    const told: object[] = [];
    todos.engine.onChange(TABLE_NAME, (change) => told.push(change));
    await todos.call('UpdateTimeToLive', specification('_ttl'));
    await todos.put('1', at(-1));
    todos.engine.deleteExpired();
    expect(told).toMatchObject([{ eventName: 'INSERT', byTimeToLive: false }, { eventName: 'REMOVE', byTimeToLive: true, oldImage: { id: { S: '1' } } }]);
  });

  test('works by itself, in the background', async () => {
    const quick = await Fixture.open(tableInput(), { expiryIntervalMillis: 5 });
    await quick.call('UpdateTimeToLive', specification('_ttl'));
    await quick.put('1', { _ttl: { N: String(Math.floor(Date.now() / 1000) - 5) } });
    while (await quick.get('1') !== undefined) await new Promise((resolve) => { setTimeout(resolve, 5); });
    await quick.engine.close();
  });
});
