import { checkHistory, Wrong } from './check';
import { Answer, Operation, Request } from './operation';
import { simulate } from './simulate';

const BORN = '2027-01-01T00:00:00.000Z';
const LATER = '2027-01-01T00:00:09.000Z';

/** One operation, from an instant to another; its answer shows its own effect, unless it is given. */
function op(id: string, [invoked, completed]: [number, number], request: Request, status: number, item?: Answer['item']): Operation {
  return { id, request, answer: { status, ...(item && { item }) }, invoked, completed };
}

const by = (stamp: string, version: number, more: object = {}, life = BORN) => ({ life, version, fields: { stamp, ...more } });
const create = (id: string): Request => ({ kind: 'create', fields: { stamp: id } });
const patch = (id: string, more: object = {}, ifMatch?: number): Request =>
  ({ kind: 'patch', fields: { stamp: id, ...more }, ...(ifMatch && { ifMatch: { life: BORN, version: ifMatch } }) });
const put = (id: string, creates = true): Request => ({ kind: 'replace', fields: { stamp: id }, creates });
const remove: Request = { kind: 'delete' };
const get: Request = { kind: 'get' };

const CREATED = op('a', [0, 1], create('a'), 201, by('a', 1));

const RIGHTLY = { violations: [], allowed: { recreated: 0, belated: 0 } };

const RIGHT: [title: string, history: Operation[]][] = [
  ['writes one after the other', [CREATED, op('b', [2, 3], patch('b', { x: 1 }), 200, by('b', 2, { x: 1 })), op('c', [4, 5], put('c'), 200, by('c', 3)), op('d', [6, 7], get, 200, by('c', 3))]],
  ['writes at the same time, whose answers come in the other order', [CREATED, op('b', [2, 9], patch('b'), 200, by('b', 3)), op('c', [2, 8], patch('c'), 200, by('c', 2))]],
  ['an unknown write that took effect', [CREATED, op('b', [2, 3], patch('b'), 503), op('c', [4, 5], patch('c'), 200, by('c', 3))]],
  ['an unknown write that takes effect after its answer', [
    CREATED, op('b', [2, 3], patch('b'), 503), op('c', [4, 5], get, 200, by('a', 1)), op('d', [6, 7], get, 200, by('b', 2)),
  ]],
  ['an unknown write that never did', [CREATED, op('b', [2, 3], patch('b'), 503), op('c', [4, 5], patch('c'), 200, by('c', 2))]],
  ['an unknown delete, then a create', [CREATED, op('b', [2, 3], remove, 503), op('c', [4, 5], create('c'), 201, by('c', 1, {}, LATER))]],
  ['an unknown create that others meet', [op('a', [0, 1], create('a'), 503), op('b', [2, 3], create('b'), 409), op('c', [4, 5], get, 200, by('a', 1))]],
  ['a success that shows what came after it', [CREATED, op('b', [2, 9], patch('b'), 200, by('c', 3)), op('c', [4, 5], patch('c'), 200, by('c', 3))]],
  ['a tag of a version that has passed', [CREATED, op('b', [2, 3], patch('b', {}, 1), 200, by('b', 2)), op('c', [2, 4], patch('c', {}, 1), 412)]],
  ['a PUT that creates, beside a delete', [op('b', [2, 3], put('b'), 201, by('b', 1)), op('c', [4, 5], remove, 204), op('d', [6, 7], put('d'), 201, by('d', 1, {}, LATER))]],
  ['absence', [op('a', [0, 1], get, 404), op('b', [2, 3], put('b', false), 404), op('c', [4, 5], patch('c'), 404), op('d', [6, 7], remove, 404)]],
];

test.each(RIGHT)('%s is a legal history', (_title, history) => {
  expect(checkHistory('k', history)).toEqual(RIGHTLY);
  expect(checkHistory('k', [...history].reverse())).toEqual(RIGHTLY);
});

const WRONG: [wrong: Wrong, title: string, history: Operation[]][] = [
  ['lost update', 'two writes made one version', [CREATED, op('b', [2, 5], patch('b'), 200, by('b', 2)), op('c', [2, 5], patch('c'), 200, by('c', 2))]],
  ['lost update', 'an acknowledged write does not show', [CREATED, op('b', [2, 3], patch('b'), 200, by('b', 2)), op('c', [4, 5], get, 200, by('a', 1))]],
  ['lost update', 'a field of it does not show', [CREATED, op('b', [2, 3], patch('b', { x: 1 }), 200, by('b', 2, { x: 1 })), op('c', [4, 5], patch('c'), 200, by('c', 3))]],
  ['lost update', 'a patch took away a field that it does not name', [
    op('a', [0, 1], { kind: 'create', fields: { stamp: 'a', x: 1 } }, 201, by('a', 1, { x: 1 })), op('b', [2, 3], patch('b'), 200, by('b', 2)),
  ]],
  ['lost update', 'a success that shows an older state', [CREATED, op('b', [2, 3], patch('b'), 200, by('a', 1))]],
  ['double effect', 'one write made two versions', [CREATED, op('b', [2, 9], patch('b'), 200, by('b', 2)), op('c', [10, 11], get, 200, by('b', 3))]],
  ['double effect', 'a version without a writer', [CREATED, op('b', [2, 3], patch('b'), 200, by('b', 3))]],
  ['false 404', 'a delete took away what was created after it', [
    CREATED, op('b', [2, 3], remove, 204), op('c', [4, 5], create('c'), 201, by('c', 1, {}, LATER)), op('d', [6, 7], get, 404),
  ]],
  ['lost update', 'an item is back after its delete', [CREATED, op('b', [2, 3], remove, 204), op('c', [4, 5], get, 200, by('a', 1))]],
  ['lost update', 'an item that is made again has the tags of the one before', [
    op('a', [0, 9], create('a'), 201, by('a', 1)), op('b', [1, 2], patch('b'), 200, by('b', 2)), op('c', [3, 4], remove, 204), op('d', [10, 11], get, 200, by('a', 1)),
  ]],
  ['lost update', 'a patch brings a deleted item back', [CREATED, op('b', [2, 3], remove, 204), op('c', [4, 5], patch('c'), 200, by('c', 2))]],
  ['false 404', 'a patch does not find the item', [CREATED, op('b', [2, 3], patch('b'), 404)]],
  ['false 404', 'a delete does not find the item', [CREATED, op('b', [2, 3], remove, 404), op('c', [4, 5], get, 200, by('a', 1))]],
  ['false 409', 'a create meets nothing', [op('a', [0, 1], create('a'), 409), op('b', [2, 3], get, 404)]],
  ['false 409', 'a create meets itself', [op('a', [0, 1], create('a'), 409), op('b', [2, 3], get, 200, by('a', 1))]],
  ['false 412', 'the version is the one that was named', [CREATED, op('b', [2, 3], patch('b', {}, 1), 412), op('c', [4, 5], get, 200, by('a', 1))]],
  ['lost update', 'two writes of one tag', [CREATED, op('b', [2, 3], patch('b', {}, 1), 200, by('b', 2)), op('c', [4, 5], patch('c', {}, 1), 200, by('c', 3))]],
  ['unexpected answer', 'an error that the contract does not have', [CREATED, op('b', [2, 3], patch('b'), 500)]],
];

test.each(WRONG)('%s: %s', (wrong, _title, history) => {
  const { violations } = checkHistory('k', history);
  expect(violations.map((violation) => violation.wrong)).toEqual([wrong]);
});

test('deletes of one item, all answered 204, are told apart: all but one must have had an answer lost', () => {
  const history = [CREATED, op('b', [2, 5], remove, 204), op('c', [3, 6], remove, 204), op('d', [7, 8], remove, 204)];
  expect(checkHistory('k', history)).toEqual({ violations: [], allowed: { recreated: 0, belated: 2 } });
});

test('a create again after a delete in between is told apart, as the limit that it is', () => {
  const history = [
    op('a', [0, 9], create('a'), 201, by('a', 1, {}, LATER)),
    op('b', [1, 2], get, 200, by('a', 1)),
    op('c', [3, 4], remove, 204),
    op('d', [10, 11], get, 200, by('a', 1, {}, LATER)),
  ];
  expect(checkHistory('k', history)).toEqual({ violations: [], allowed: { recreated: 1, belated: 0 } });
});

test('so is a PUT that replaced what was deleted then, and creates', () => {
  const history = [
    CREATED,
    op('b', [2, 20], put('b'), 201, by('b', 1, {}, LATER)),
    op('c', [4, 5], patch('c'), 200, by('c', 3)),
    op('d', [6, 7], remove, 204),
    op('e', [8, 9], get, 404),
  ];
  expect(checkHistory('k', history)).toEqual({ violations: [], allowed: { recreated: 1, belated: 0 } });
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('what clients of a right store see is legal, whatever is lost on the way (%i)', (seed) => {
  const { violations } = checkHistory('k', simulate(seed, 400));
  expect(violations).toEqual([]);
});

test.each(['lost update', 'double effect'] as const)('in a long history, one %s is found', (defect) => {
  // one may be hidden by what comes at the same time
  const found = [1, 2, 3, 4, 5].filter((seed) => checkHistory('k', simulate(seed, 100, defect)).violations.length > 0);
  expect(found.length).toBeGreaterThanOrEqual(1);
});
