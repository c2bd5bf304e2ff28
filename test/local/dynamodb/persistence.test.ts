import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs, { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fixture, key, TABLE_NAME, tableInput, WHOLE_SCOPE } from './support';
import { EngineOptions, openEngine } from '../../../src/local/dynamodb';

let directory: string;
let notices: string[];
let opened: Fixture[];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'dynamodb-'));
  notices = [];
  opened = [];
});

afterEach(async () => {
  await Promise.all(opened.map(async ({ engine }) => engine.close()));
  rmSync(directory, { recursive: true });
});

const LOG = 'dynamodb.log';
const MAGIC_BYTES = 16;
const LOCK = 'dynamodb.lock';

async function open(options: EngineOptions = {}): Promise<Fixture> {
  const fixture = new Fixture(await openEngine({ dataDirectory: directory, onNotice: (notice) => notices.push(notice), ...options }));
  opened.push(fixture);
  return fixture;
}

async function close(fixture: Fixture): Promise<void> {
  opened.splice(opened.indexOf(fixture), 1);
  await fixture.engine.close();
}

/** As a start after the death of the process finds it. */
async function reopen(fixture: Fixture, options: EngineOptions = {}): Promise<Fixture> {
  await close(fixture);
  return open(options);
}

const BY_STATUS = tableInput({ byStatus: [['status'], ['id']] });
const open_ = { status: { S: 'open' } };
const byStatus = { IndexName: 'byStatus', KeyConditionExpression: '#s = :s', ExpressionAttributeNames: { '#s': 'status' }, ExpressionAttributeValues: { ':s': { S: 'open' } } };

describe('a data directory', () => {
  test('keeps everything: items, definitions, time to live, tags, tokens', async () => {
    let todos = await open();
    await todos.call('CreateTable', BY_STATUS);
    const item = { ...open_, text: { S: 'grün 😀 \u0000' }, n: { N: '1e-130' }, nested: { M: { __proto__x: { B: '/wA=' } } } };
    await todos.put('1', item);
    await todos.put('2', open_);
    await todos.delete('2');
    await todos.call('UpdateTimeToLive', { TimeToLiveSpecification: { AttributeName: '_ttl', Enabled: true } });
    await todos.call('UpdateContinuousBackups', { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } });
    const transaction = {
      TransactItems: [{ Update: { TableName: TABLE_NAME, Key: key('n'), UpdateExpression: 'ADD n :one', ExpressionAttributeValues: { ':one': { N: '1' } } } }],
      ClientRequestToken: 'token',
    };
    await todos.engine.call('TransactWriteItems', transaction);
    const described = await todos.call('DescribeTable', {});

    todos = await reopen(todos);
    await todos.engine.call('TransactWriteItems', transaction);
    expect(await todos.get('1')).toEqual({ ...key('1'), ...item, n: { N: `0.${'0'.repeat(129)}1` } });
    expect(await todos.get('n')).toEqual({ ...key('n'), n: { N: '1' } });
    expect(await todos.ids('Query', byStatus)).toEqual(['1']);
    expect(await todos.call('DescribeTable', {})).toEqual(described);
    expect((await todos.call('DescribeTimeToLive', {})).TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: '_ttl' });
    expect(JSON.stringify(await todos.call('DescribeContinuousBackups', {}))).toContain('"PointInTimeRecoveryStatus":"ENABLED"');
    await todos.call('DeleteTable', {});
    todos = await reopen(todos);
    expect(await todos.call('ListTables', {})).toEqual({ TableNames: [] });
    expect(notices).toEqual([]);
  });

  test('that is not there yet is made', async () => {
    const todos = await open({ dataDirectory: join(directory, 'a', 'b') });
    await todos.call('CreateTable', tableInput());
    expect(readdirSync(join(directory, 'a', 'b')).sort()).toEqual([LOCK, LOG]);
  });

  test('answers writes that are synced', async () => {
    const todos = await open({ fsync: true });
    await todos.call('CreateTable', tableInput());
    await Promise.all(Array.from({ length: 50 }, async (_, id) => todos.put(String(id))));
    expect(await (await reopen(todos)).ids('Scan')).toHaveLength(50);
  });

  test('is rewritten when most of it is history', async () => {
    const todos = await open();
    await todos.call('CreateTable', BY_STATUS);
    await todos.put('kept', open_);
    for (let round = 0; round < 60; round += 1) await todos.put('1', { ...open_, round: { N: String(round) }, text: { S: 'x'.repeat(390 * 1024) } });
    expect(statSync(join(directory, LOG)).size).toBeLessThan(20 * 1024 * 1024);
    const again = await reopen(todos);
    expect(await again.get('1')).toMatchObject({ round: { N: '59' } });
    expect(await again.ids('Query', byStatus)).toEqual(['1', 'kept']);
    expect(readdirSync(directory).sort()).toEqual([LOCK, LOG]);
  });
});

describe('a log that is being rewritten', () => {
  const LARGE = { text: { S: 'x'.repeat(300 * 1024) } };
  const COMPACTED = 'dynamodb.log.new';

  /** Writes until the rewriting begins: each write then copies two of the forty items. */
  async function beginRewriting(): Promise<Fixture> {
    const todos = await open();
    await todos.call('CreateTable', BY_STATUS);
    await todos.engine.call('CreateTable', { ...tableInput(), TableName: 'other' });
    for (let round = 0; !readdirSync(directory).includes(COMPACTED); round += 1) await todos.put(`item-${round % 40}`, { ...LARGE, round: { N: String(round) } });
    return todos;
  }

  const all = async (todos: Fixture) => (await todos.call('Query', { ...WHOLE_SCOPE, ProjectionExpression: 'id, round, #s', ExpressionAttributeNames: { ...WHOLE_SCOPE.ExpressionAttributeNames, '#s': 'status' } })).Items;

  /** Changes of items that are copied already, that are yet to be, and of tables. */
  function changes(todos: Fixture): Array<() => Promise<unknown>> {
    const other = { ...tableInput(), TableName: 'other' };
    return [
      async () => todos.put('item-0', open_),
      async () => todos.put('item-39', open_),
      async () => todos.delete('item-1'),
      async () => todos.delete('item-38'),
      async () => todos.put('new', open_),
      async () => todos.ids('Query', byStatus), // brings what was in the order of writing into that of keys
      async () => todos.engine.call('DeleteTable', { TableName: 'other' }),
      async () => todos.engine.call('CreateTable', other),
      async () => todos.engine.call('PutItem', { TableName: 'other', Item: { ...key('there'), ...open_ } }),
    ];
  }

  test('has every change that is made meanwhile', async () => {
    let todos = await beginRewriting();
    for (const change of changes(todos)) await change();
    expect(readdirSync(directory)).toContain(COMPACTED);
    for (let round = 0; readdirSync(directory).includes(COMPACTED); round += 1) await todos.put('last', { round: { N: String(round) } });
    expect(statSync(join(directory, LOG)).size).toBeLessThan(14 * 1024 * 1024);
    const [items, idsInOrder] = [await all(todos), await todos.ids('Query', byStatus)];
    expect(idsInOrder).toEqual(['item-0', 'item-39', 'new']);
    todos = await reopen(todos);
    expect(await all(todos)).toEqual(items);
    expect(await todos.ids('Query', byStatus)).toEqual(idsInOrder);
    expect(await todos.engine.call('Scan', { TableName: 'other' })).toMatchObject({ Items: [{ ...key('there'), ...open_ }] });
  });

  test('is the old one until the end, when the engine is closed or dies', async () => {
    let todos = await beginRewriting();
    for (const change of changes(todos)) await change();
    const items = await all(todos);
    const remains = readFileSync(join(directory, COMPACTED));
    await close(todos);
    expect(readdirSync(directory)).toEqual([LOG]);
    writeFileSync(join(directory, COMPACTED), remains);
    todos = await open();
    expect(readdirSync(directory).sort()).toEqual([LOCK, LOG]);
    expect(await all(todos)).toEqual(items);
  });
});

describe('a data directory in use', () => {
  test('by this process is refused, and free when it is closed', async () => {
    const todos = await open();
    await expect(open()).rejects.toThrow(`the data folder ${directory} is in use by process ${process.pid}; stop that process, or choose another folder`);
    await close(todos);
    await open();
  });

  test('by another process is refused, until that process is dead', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(other, 'spawn');
    writeFileSync(join(directory, LOCK), JSON.stringify({ pid: other.pid, timeOrigin: 0 }));
    await expect(open()).rejects.toThrow(`is in use by process ${other.pid}`);
    other.kill('SIGKILL');
    await once(other, 'exit');
    await open();
  });

  test.each([
    ['of a process whose id another one has now', JSON.stringify({ pid: process.ppid, timeOrigin: 0, startTicks: '1' })],
    ['of a process whose id this one has now', JSON.stringify({ pid: process.pid, timeOrigin: 1, ...(process.platform === 'linux' && { startTicks: '1' }) })],
    ['that is not one', 'nonsense'],
    ['that is empty', ''],
  ])('has not: a lock %s is taken over', async (_, content) => {
    writeFileSync(join(directory, LOCK), content);
    await open();
    expect(readdirSync(directory).sort()).toEqual([LOCK, LOG]);
  });
});

describe('a data directory that cannot be used', () => {
  test('since it is a file', async () => {
    const path = join(directory, 'file');
    writeFileSync(path, '');
    await expect(open({ dataDirectory: path })).rejects.toThrow(/^the data folder .*file cannot be used: .*; choose a folder that can be written to$/);
  });

  test('since it holds something else', async () => {
    writeFileSync(join(directory, LOG), 'a file of somebody else, which must not be touched');
    await expect(open()).rejects.toThrow(/dynamodb\.log is not a data file that this version can read; move it away, or choose another folder/);
    expect(readFileSync(join(directory, LOG), 'utf8')).toMatch(/^a file of somebody else/);
    expect(readdirSync(directory)).toEqual([LOG]);
  });
});

describe('a log that is cut', () => {
  /** A few writes of each kind, and the log's size after each. */
  async function write(): Promise<number[]> {
    const todos = await open();
    const sizes: number[] = [];
    const steps = [
      async () => todos.call('CreateTable', BY_STATUS),
      async () => todos.put('a', open_),
      async () => todos.call('BatchWriteItem', { RequestItems: { todos: ['b', 'c'].map((id) => ({ PutRequest: { Item: { ...key(id), ...open_ } } })) } }),
      async () => todos.delete('a'),
      async () => todos.update('b', 'REMOVE #s', {}, { ExpressionAttributeNames: { '#s': 'status' } }),
    ];
    for (const step of steps) {
      await step();
      sizes.push(statSync(join(directory, LOG)).size);
    }
    await close(todos);
    return sizes;
  }

  /** Ids in the table and in the index, after so many of the steps. */
  const STATES = [undefined, [[], []], [['a'], ['a']], [['a', 'b', 'c'], ['a', 'b', 'c']], [['b', 'c'], ['b', 'c']], [['b', 'c'], ['c']]];

  async function state(todos: Fixture): Promise<string[][] | undefined> {
    const { TableNames } = await todos.call('ListTables', {});
    return TableNames.length === 0 ? undefined : [await todos.ids('Query', WHOLE_SCOPE), await todos.ids('Query', byStatus)];
  }

  test('at any byte is a prefix of what was written, and said aloud', async () => {
    const sizes = await write();
    const bytes = readFileSync(join(directory, LOG));
    const table = Array.from({ length: 30 }, (_, cut) => Math.floor((sizes[0] * cut) / 30));
    const items = Array.from({ length: bytes.length - sizes[0] + 1 }, (_, cut) => sizes[0] + cut);
    for (const length of [...table, ...items]) {
      writeFileSync(join(directory, LOG), bytes.subarray(0, length));
      notices = [];
      const todos = await open();
      const steps = sizes.filter((size) => size <= length).length;
      expect(await state(todos)).toEqual(STATES[steps]);
      await close(todos);
      const aside = readdirSync(directory).filter((name) => name.includes('damaged'));
      if (length === 0 || sizes.includes(length)) {
        expect([notices, aside]).toEqual([[], []]);
      } else {
        expect(notices).toEqual([expect.stringContaining(`bytes that are no whole record, as after a crash in the middle of a write; the ${steps} records before them are recovered`)]);
        expect(aside).toHaveLength(1);
      }
      aside.forEach((name) => rmSync(join(directory, name)));
    }
  });

  test('goes on from there', async () => {
    const [, , size] = await write();
    truncateSync(join(directory, LOG), size - 1);
    let todos = await open();
    await todos.put('d', open_);
    todos = await reopen(todos);
    expect(await todos.ids('Query', byStatus)).toEqual(['a', 'd']);
    expect(notices).toHaveLength(1);
  });

  test('or has a wrong bit is a prefix if that is in the last record, else refused until it is cut as the error says', async () => {
    const sizes = await write();
    const bytes = readFileSync(join(directory, LOG));
    const path = join(directory, LOG);
    for (let position = 0; position < bytes.length; position += 7) {
      const damaged = Buffer.from(bytes);
      damaged[position] ^= 0x10;
      writeFileSync(path, damaged);
      const steps = sizes.filter((size) => size <= position).length;
      const isLast = steps === sizes.length - 1;
      if (!isLast) {
        const message = await open().then(() => 'it opened', (error: Error) => error.message);
        const [, cut] = /is damaged: from byte \d+ on there is no whole record, .*: truncate -s (\d+) \S+$/.exec(message) ?? [];
        if (cut === undefined) expect([message, position < MAGIC_BYTES]).toEqual([expect.stringContaining('is not a data file'), true]);
        if (cut === undefined) continue;
        expect(readFileSync(path).equals(damaged)).toBe(true);
        truncateSync(path, Number(cut));
      }
      notices = [];
      const todos = await open();
      expect([await state(todos), notices.length]).toEqual([STATES[steps], isLast ? 1 : 0]);
      await close(todos);
    }
  });
});

describe('a folder that cannot be synced', () => {
  /** `fsync` of directories fails, that of files does not. */
  function failFor(code: string): jest.SpyInstance {
    const { fsyncSync } = fs;
    return jest.spyOn(fs, 'fsyncSync').mockImplementation((descriptor) => {
      if (!fs.fstatSync(descriptor).isDirectory()) return fsyncSync(descriptor);
      throw Object.assign(new Error(`${code}: fsync`), { code });
    });
  }

  test.each<[code: string, told: unknown[]]>([
    ['EINVAL', []],
    ['EIO', [expect.stringMatching(/ could not be synced \(EIO: fsync\): after a loss of power, .*dynamodb\.log may be as it was before it was rewritten$/)]],
  ])('(%s) loses nothing of a log that was rewritten', async (code, told) => {
    const failing = failFor(code);
    try {
      const todos = await open();
      await todos.call('CreateTable', BY_STATUS);
      for (let round = 0; round < 60; round += 1) await todos.put('1', { round: { N: String(round) }, text: { S: 'x'.repeat(390 * 1024) } });
      expect(failing).toHaveBeenCalled();
      expect(statSync(join(directory, LOG)).size).toBeLessThan(20 * 1024 * 1024);
      await todos.put('last');
      const again = await reopen(todos);
      expect([await again.ids('Query', WHOLE_SCOPE), (await again.get('1')).round]).toEqual([['1', 'last'], { N: '59' }]);
      expect(notices).toEqual(told);
    } finally {
      failing.mockRestore();
    }
  });
});
