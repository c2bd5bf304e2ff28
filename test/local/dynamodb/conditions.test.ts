import { failureOf, Fixture, key, tableInput } from './support';

let todos: Fixture;

beforeAll(async () => {
  todos = await Fixture.open(tableInput());
  await todos.put('1', ITEM);
});
afterAll(async () => todos.engine.close());

const ITEM = {
  face: { S: '😀' },
  n: { N: '10' },
  big: { N: '12345678901234567890.5' },
  word: { S: 'grün' },
  flag: { BOOL: true },
  nothing: { NULL: true },
  octets: { B: '/wA=' },
  things: { L: [{ S: 'a' }, { N: '2' }, { M: { x: { N: '1' } } }] },
  tree: { M: { a: { S: 'x' }, b: { L: [{ N: '1' }] } } },
  strings: { SS: ['a', 'b'] },
  numbers: { NS: ['1', '2'] },
  binaries: { BS: ['AA=='] },
};

const VALUES: Record<string, object> = {
  ':n': { N: '10.0' },
  ':nine': { N: '9' },
  ':hundred': { N: '1E2' },
  ':big': { N: '12345678901234567890.50' },
  ':bigger': { N: '12345678901234567890.51' },
  ':text': { S: 'grün' },
  ':gr': { S: 'gr' },
  ':a': { S: 'a' },
  ':one': { N: '1.0' },
  ':four': { N: '4' },
  ':three': { N: '3' },
  ':two': { N: '2' },
  ':bytes': { B: '/wA=' },
  ':ff': { B: '/w==' },
  ':zero': { B: 'AA==' },
  ':true': { BOOL: true },
  ':false': { BOOL: false },
  ':null': { NULL: true },
  ':map': { M: { b: { L: [{ N: '1.0' }] }, a: { S: 'x' } } },
  ':list': { L: [{ S: 'a' }, { N: '2.0' }, { M: { x: { N: '1' } } }] },
  ':ba': { SS: ['b', 'a'] },
  ':typeN': { S: 'N' },
  ':typeM': { S: 'M' },
  ':x': { M: { x: { N: '1' } } },
};

/** Whether the condition held, asked by an update that changes nothing. */
async function holds(ConditionExpression: string): Promise<boolean> {
  const used = Object.fromEntries(Object.entries(VALUES).filter(([name]) => new RegExp(`${name}\\b`).test(ConditionExpression)));
  const values = Object.keys(used).length > 0 ? { ExpressionAttributeValues: used } : {};
  const outcome = await todos.call('UpdateItem', { Key: key('1'), ConditionExpression, ...values }).then(() => 'held', (error: { type: string }) => error.type);
  if (outcome !== 'held' && outcome !== 'ConditionalCheckFailedException') throw new Error(`${ConditionExpression}: ${outcome}`);
  return outcome === 'held';
}

describe('a condition holds', () => {
  test.each([
    'n = :n', 'n <> :nine', 'n > :nine', 'n < :hundred', 'n >= :n', 'n <= :n', 'n BETWEEN :nine AND :hundred', 'n IN (:nine, :n)',
    'big = :big', 'big < :bigger', 'word = :text', 'begins_with(word, :gr)', 'contains(word, :gr)', 'size(word) = :four',
    'octets = :bytes', 'begins_with(octets, :ff)', 'contains(octets, :zero)', 'size(octets) = :two', 'size(face) = :two', 'octets > :zero',
    'flag = :true', 'nothing = :null', 'tree = :map', 'things = :list', 'strings = :ba', 'contains(strings, :a)', 'contains(numbers, :one)',
    'contains(binaries, :zero)', 'contains(things, :x)', 'size(things) = :three', 'size(tree) = :two', 'size(strings) = :two',
    'things[2].x = :one', 'tree.b[0] = :one', 'attribute_exists(tree.a)', 'attribute_not_exists(tree.c)', 'attribute_not_exists(things[3])',
    'attribute_type(n, :typeN)', 'attribute_type(tree, :typeM)', 'absent <> :n', 'n <> :text', 'tree.a <> tree.c',
    'NOT n = :nine', 'NOT (n = :nine AND flag = :true)', 'NOT NOT n = :n', 'n = :nine OR flag = :true AND word = :text', '(n = :n)', '(n) = (:n)',
    'n BETWEEN :nine AND :hundred AND flag = :true', '((n = :nine) OR (flag = :true))', 'not n = :nine Or n In (:nine)',
  ])('%s', async (expression) => {
    expect(await holds(expression)).toBe(true);
  });
});

describe('a condition does not hold', () => {
  test.each([
    'n = :text', 'n < :text', 'absent = :n', 'absent < :n', 'absent IN (:n)', 'absent BETWEEN :nine AND :hundred', 'size(n) > :one', 'contains(n, :one)',
    'begins_with(n, :gr)', 'contains(strings, :one)', 'flag = :false', 'tree = :list', 'attribute_exists(absent.a)', 'NOT absent <> :n',
    'n = :n AND flag = :false', 'n = :nine OR NOT flag = :true', 'flag < n', 'tree.b[7] = :one', 'attribute_exists(word[0])', 'attribute_exists(things.x)',
  ])('%s', async (expression) => {
    expect(await holds(expression)).toBe(false);
  });
});

describe('a value without an order is not compared by order', () => {
  test.each([['n < :true', '<'], [':map >= n', '>='], ['n BETWEEN :true AND :true', 'BETWEEN'], ['n > :ba', '>']])('%s', async (ConditionExpression, operator) => {
    const values = Object.entries(VALUES).filter(([name]) => new RegExp(`${name}\\b`).test(ConditionExpression));
    const error = await todos.failure('UpdateItem', { Key: key('1'), ConditionExpression, ExpressionAttributeValues: Object.fromEntries(values) });
    expect([error.type, error.message]).toEqual(['ValidationException', expect.stringContaining(`Incorrect operand type for operator or function; operator or function: ${operator}, operand type: `)]);
  });
});

describe('a name that begins with an underscore stands in no expression by itself', () => {
  test.each<[string, object, string]>([
    ['UpdateItem', { Key: key('1'), UpdateExpression: 'SET _x = :one', ExpressionAttributeValues: { ':one': { N: '1' } } }, 'Invalid UpdateExpression: Syntax error; token: "_", near: "SET _x"'],
    ['UpdateItem', { Key: key('1'), ConditionExpression: 'attribute_exists(_scope)' }, 'Invalid ConditionExpression: Syntax error; token: "_", near: "attribute_exists(_scope"'],
    ['GetItem', { Key: key('1'), ProjectionExpression: 'n, _scope' }, 'Invalid ProjectionExpression: Syntax error; token: "_", near: "n, _scope"'],
    ['Query', { KeyConditionExpression: '_scope = :one', ExpressionAttributeValues: { ':one': { S: 'x' } } }, 'Invalid KeyConditionExpression: Syntax error; token: "_", near: "_scope"'],
  ])('of %s: %j', async (action, input, message) => {
    const error = await todos.failure(action, input);
    expect([error.type, error.message]).toEqual(['ValidationException', message]);
  });

  test('but by way of ExpressionAttributeNames and values, whatever theirs begin with', async () => {
    expect((await todos.call('UpdateItem', {
      Key: key('1'), UpdateExpression: 'SET #_x = :_x', ExpressionAttributeNames: { '#_x': '_x' }, ExpressionAttributeValues: { ':_x': { N: '1' } }, ReturnValues: 'UPDATED_NEW',
    })).Attributes).toEqual({ _x: { N: '1' } });
  });
});

describe('a failed condition', () => {
  const refused = { ConditionExpression: 'attribute_not_exists(id)' };

  test.each(['PutItem', 'DeleteItem', 'UpdateItem'])('of %s says so, with the item where asked', async (action) => {
    const input = action === 'PutItem' ? { Item: key('1') } : { Key: key('1') };
    const plain = await todos.failure(action, { ...input, ...refused });
    expect(plain).toMatchObject({
      statusCode: 400, body: { __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException', message: 'The conditional request failed' },
    });
    expect(plain.body).not.toHaveProperty('Item');
    const full = await todos.failure(action, { ...input, ...refused, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' });
    expect(full.body.Item).toMatchObject({ ...key('1'), big: ITEM.big });
  });

  test('on an absent item has none', async () => {
    const input = { Key: key('absent'), ConditionExpression: 'attribute_exists(id)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' };
    expect((await todos.failure('DeleteItem', input)).body).not.toHaveProperty('Item');
  });
});

describe('an expression that cannot be is refused', () => {
  const nested = (depth: number) => `${'(n = :n OR '.repeat(depth)}n = :n${')'.repeat(depth)}`;
  test.each([
    ['redundant parentheses', '((n = :n))'],
    ['redundant parentheses of an operand', '((n)) = :n'],
    ['an open parenthesis', '(n = :n'],
    ['a closing parenthesis too many', 'n = :n)'],
    ['no operand', 'n = :n AND'],
    ['nothing but space', '   '],
    ['an unknown function', 'sizes(n) = :n'],
    ['a value that is not given', 'n = :absent'],
    ['a name that is not given', '#n = :n'],
    ['a reserved word', 'name = :n'],
    ['more than 300 operators', nested(200)],
    ['more than 4 KB', `n = :n ${'OR n = :n '.repeat(420)}`],
    ['more than 100 operands of IN', `n IN (${':n, '.repeat(100)}:n)`],
    ['operand parentheses in each other', `${'('.repeat(500)}n${')'.repeat(500)} = :n`],
    ['size as a condition', 'size(n)'],
  ])('%s', async (_, ConditionExpression) => {
    const error = await failureOf(todos.put('1', ITEM, { ConditionExpression, ExpressionAttributeValues: { ':n': { N: '1' } } }));
    expect(error.type).toBe('ValidationException');
    expect(error.message).toMatch(/ConditionExpression/);
  });

  test('but one nested a hundred deep is not', async () => {
    await todos.put('1', ITEM, { ConditionExpression: nested(99), ExpressionAttributeValues: { ':n': { N: '10' } } });
  });
});
