import { Asked } from './asked';
import { Json, OperationName, Violation } from '../../model';
import { Problem } from '../answer/problem';
import { isGenerated, isPossibleId } from '../item/item-id';
import { isJsonObject, JsonObject } from '../item/json-object';
import { refuseInvalid } from '../item/read-item';
import { partToken } from '../item/write-token';
import { ifMatchMistake, preconditionsOf } from '../request/preconditions';

/** What an action has besides its name. */
const MEMBERS: { readonly [action in BatchAction]: { readonly required: readonly string[]; readonly optional: readonly string[] } } = {
  create: { required: ['item'], optional: [] },
  replace: { required: ['id', 'item'], optional: ['ifMatch'] },
  update: { required: ['id', 'patch'], optional: ['ifMatch'] },
  delete: { required: ['id'], optional: ['ifMatch'] },
};

export type BatchAction = 'create' | 'replace' | 'update' | 'delete';

/** Of a transaction: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
export const MOST_ACTIONS = 100;

export interface Batch {
  /** All or nothing. */
  readonly atomic: boolean;
  /** Each action as a request of its own. */
  readonly actions: readonly Asked[];
}

/** Reads `{ "atomic"?: boolean, "actions": [{ "action": "update", "id": …, "patch": … }, …] }`. */
export function readBatch(asked: Asked): Batch {
  const { body = null, api: { model } } = asked;
  const allowed = (Object.keys(MEMBERS) as BatchAction[]).filter((name) => model.operations[name]);
  if (!isJsonObject(body)) throw invalid('', 'type', 'must be an object with the member actions');
  const { atomic = true, actions, ...unknown } = body;
  const violations: Violation[] = Object.keys(unknown).map((name) => ({ pointer: `/${escaped(name)}`, code: 'unknown', detail: 'is not a known member' }));
  if (typeof atomic !== 'boolean') violations.push({ pointer: '/atomic', code: 'type', detail: 'must be true or false' });
  if (!Array.isArray(actions) || actions.length === 0) violations.push({ pointer: '/actions', code: 'type', detail: 'must be a list of actions' });
  const list = Array.isArray(actions) ? actions : [];
  if (list.length > MOST_ACTIONS) throw tooLarge(`at most ${MOST_ACTIONS} actions are allowed`);
  list.forEach((action, place) => violations.push(...actionViolations(asked, action, `/actions/${place}`, allowed)));
  refuseInvalid([...violations, ...repeatedIds(asked, list)]);
  return { atomic: atomic === true, actions: (list as JsonObject[]).map((action, place) => subRequest(asked, action, place)) };
}

export function tooLarge(detail: string): Problem {
  return new Problem(413, 'batch-too-large', detail);
}

function actionViolations({ api: { model } }: Asked, action: Json, pointer: string, allowed: readonly BatchAction[]): Violation[] {
  if (!isJsonObject(action)) return [{ pointer, code: 'type', detail: 'must be an object' }];
  const name = action.action as BatchAction;
  if (!allowed.includes(name)) return [{ pointer: `${pointer}/action`, code: 'enum', detail: `must be one of ${allowed.join(', ')}` }];
  const { required, optional } = MEMBERS[name];
  const known = ['action', ...required, ...optional];
  const fail = (code: string, detail: string) => (member: string): Violation => ({ pointer: `${pointer}/${escaped(member)}`, code, detail });
  const { id, ifMatch } = action;
  return [
    ...required.filter((member) => !Object.hasOwn(action, member)).map(fail('required', 'is required')),
    ...Object.keys(action).filter((member) => !known.includes(member)).map(fail('unknown', `is not a member of ${name}`)),
    ...(id === undefined || (typeof id === 'string' && isPossibleId(model, id)) ? [] : ['id']).map(fail('format', 'must be the id of an item')),
    ...ifMatchViolations(ifMatch, `${pointer}/ifMatch`),
  ];
}

function ifMatchViolations(ifMatch: Json | undefined, pointer: string): Violation[] {
  if (ifMatch === undefined) return [];
  if (typeof ifMatch !== 'string') return [{ pointer, code: 'type', detail: 'must be a text' }];
  const detail = ifMatchMistake(ifMatch);
  return detail === undefined ? [] : [{ pointer, code: 'format', detail }];
}

/** A transaction takes one action an item. An `id` in the body of a create counts where clients choose it, and is ignored elsewhere. */
function repeatedIds({ api: { model } }: Asked, actions: readonly Json[]): Violation[] {
  const seen = new Set<Json>();
  return actions.flatMap((action, place) => {
    if (!isJsonObject(action)) return [];
    const { id: named, item } = action;
    const chosen = !isGenerated(model.entity) && isJsonObject(item) ? item.id : undefined;
    const id = named ?? chosen;
    if (id === undefined) return [];
    const repeated = seen.has(id);
    seen.add(id);
    return repeated ? [{ pointer: `/actions/${place}${named === undefined ? '/item' : ''}/id`, code: 'repeated', detail: 'must be that of one action alone' }] : [];
  });
}

/** The action as if it had been a request by itself. */
function subRequest(asked: Asked, { action, id, item, patch, ifMatch }: JsonObject, place: number): Asked {
  return {
    ...asked,
    name: action as OperationName,
    // an envelope is for an answer as a whole
    settings: { ...asked.api.model.operations[action as OperationName]!, envelope: undefined },
    id: id as string | undefined,
    body: item ?? patch,
    preconditions: preconditionsOf({ headers: { 'if-match': ifMatch as string | undefined } }),
    preferredReturn: undefined,
    idempotencyKey: undefined,
    token: partToken(asked.token, place),
  };
}

/** As a part of a JSON Pointer (RFC 6901). */
function escaped(name: string): string {
  return name.replace(/~/g, '~0').replace(/\//g, '~1');
}

function invalid(pointer: string, code: string, detail: string): Problem {
  return new Problem(400, 'validation-failed', 'the body does not fit the schema', { errors: [{ pointer, code, detail }] });
}
