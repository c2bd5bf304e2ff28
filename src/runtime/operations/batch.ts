import { Asked } from './asked';
import { MOST_ACTIONS, readBatch, tooLarge } from './batch-body';
import { ACTIONS, Lane } from './batch-lane';
import { Outcome } from './outcome';
import { conflict } from './write-on-version';
import { Problem, ProblemDetail } from '../answer/problem';
import { internal } from '../answer/problems';
import { respond } from '../answer/respond';
import { JsonObject } from '../item/json-object';
import { AnswerRoom } from '../list/answer-room';
import { contestedHolds, mergeEntries } from '../plan/merge-entries';
import { transaction } from '../plan/transaction';
import { one, Steps } from '../store/call';
import { sideBySide } from '../store/lanes';

const ROUNDS = 3;
/** Of a transaction: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const MOST_BYTES = 4 * 1024 * 1024;

const CONDITION_FAILED = { Code: 'ConditionalCheckFailed' };

/** POST of several actions: all or nothing in one transaction, or each by itself. */
export function* batch(asked: Asked): Steps<Outcome> {
  const { atomic, actions } = readBatch(asked);
  return atomic ? { kind: 'value', value: { results: yield* together(asked, actions) } } : yield* apart(asked, actions);
}

function* apart(asked: Asked, actions: readonly Asked[]): Steps<Outcome> {
  const shows = itemsIn(asked);
  const settled = yield* sideBySide(actions.map((action) => ACTIONS[action.name]!(action)));
  const results = settled.map((result, place) => ('value' in result ? resultOf(actions[place], result.value, shows) : problemOf(actions[place], result.error)));
  const errors = settled.flatMap((result) => ('error' in result ? [result.error] : []));
  return { kind: 'value', value: { results }, status: 207, error: errors.find((error) => !(error instanceof Problem)) };
}

/** The actions' own steps, whose writes are one transaction; when it is refused, those that can go on from there do. */
function* together(asked: Asked, actions: readonly Asked[]): Steps<JsonObject[]> {
  const lanes = actions.map((action) => new Lane(action));
  yield* forEach(lanes, (lane) => lane.advance());
  for (let round = 0; round < ROUNDS; round++) {
    const contested = contestedHolds(lanes.map((lane) => lane.entries));
    yield* forEach(lanes, (lane, place) => lane.fail(lane.entries.map((_, entry) => (contested[place].includes(entry) ? CONDITION_FAILED : {}))));
    const { entries, placesOf } = mergeEntries(lanes.map((lane) => lane.entries));
    if (entries.length > MOST_ACTIONS) throw tooLarge(`at most ${MOST_ACTIONS} actions are allowed, those on unique values included`);
    if (Buffer.byteLength(JSON.stringify(entries)) > MOST_BYTES) throw tooLarge('the items of a batch can have at most 4 MB together');
    const result = yield* one(transaction(asked, entries, `${round}`));
    if (result.kind !== 'canceled') {
      yield* forEach(lanes, (lane) => lane.succeed());
      const shows = itemsIn(asked);
      return lanes.map(({ action, outcome }) => resultOf(action, outcome!, shows));
    }
    yield* forEach(lanes, (lane, place) => lane.fail(placesOf[place].map((entry) => (entry === undefined ? {} : result.reasons[entry]))));
  }
  throw conflict();
}

function* forEach(lanes: readonly Lane[], steps: (lane: Lane, place: number) => Steps<void>): Steps<void> {
  const settled = yield* sideBySide(lanes.map(steps));
  for (const result of settled) if ('error' in result) throw result.error;
  refuse(lanes);
}

/** Everything that is wrong with the actions, each with its place; the first one's status is the answer's. */
function refuse(lanes: readonly Lane[]): void {
  const first = lanes.find(({ problem }) => problem)?.problem;
  if (!first) return;
  const errors = lanes.flatMap(({ problem, action: { name } }, place): ProblemDetail[] => {
    if (!problem) return [];
    const at = `/actions/${place}`;
    const body = name === 'update' ? 'patch' : 'item';
    return problem.errors?.map((error) => ({ ...error, pointer: error.pointer === undefined ? at : `${at}/${body}${error.pointer}` }))
      ?? [{ pointer: at, code: problem.code, detail: problem.detail }];
  });
  throw new Problem(first.status, first.code, first.detail, { errors, headers: {} });
}

/** Why an action by itself was refused; a defect stops no other one. */
function problemOf({ id }: Asked, error: unknown): JsonObject {
  const { status, code, detail, errors } = error instanceof Problem ? error : internal();
  return { status, ...(id !== undefined && { id }), problem: { code, detail, ...(errors && { errors: errors.map((each) => ({ ...each })) }) } };
}

/** Whether the answer shows an item: as long as there is room, since the writes have happened and their results must arrive; none, where none is wanted. */
function itemsIn(asked: Asked): (outcome: Outcome) => boolean {
  const room = new AnswerRoom(asked);
  return (outcome) => asked.preferredReturn !== 'minimal' && outcome.kind === 'item' && room.takes(outcome.item);
}

/** An action's answer, as a part of the batch's. */
function resultOf(action: Asked, outcome: Outcome, shows: (outcome: Outcome) => boolean): JsonObject {
  const { statusCode, headers: { ETag: etag, Location: location }, body } = respond(action, outcome);
  return {
    status: statusCode,
    ...(action.id !== undefined && { id: action.id }),
    ...(etag && { etag }),
    ...(location && { location }),
    ...(body && shows(outcome) && { item: JSON.parse(body) }),
  };
}
