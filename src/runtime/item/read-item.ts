import { candidate } from './candidate';
import { chosenIdMistake } from './item-id';
import { isJsonObject, JsonObject } from './json-object';
import { keyViolations } from './key-violations';
import { unfitNames } from './member-names';
import { Json, SERVER_FIELDS, Violation } from '../../model';
import { Problem } from '../answer/problem';
import { Api } from '../operations/asked';

/** The valid fields of a whole item. */
export function readItem(api: Api, body: Json, idViolations: Violation[]): JsonObject {
  return read(api, body, false, idViolations);
}

/** The valid fields of a merge patch. */
export function readPatch(api: Api, body: Json, idViolations: Violation[]): JsonObject {
  return read(api, body, true, idViolations);
}

/** In a body the id may repeat that of the path, so that what a GET answered can be sent back. */
export function sameId(body: Json, id: string): Violation[] {
  const isOther = isJsonObject(body) && Object.hasOwn(body, 'id') && body.id !== id;
  return isOther ? [{ pointer: '/id', code: 'const', detail: 'must be the id of the path, or left out' }] : [];
}

/** The id that a client has chosen for an item, in its body. */
export function chosenId(api: Api, body: Json): Violation[] {
  const id = isJsonObject(body) && Object.hasOwn(body, 'id') ? body.id : undefined;
  return id === undefined ? [{ pointer: '/id', code: 'required', detail: 'is required' }] : allowedId(api, id);
}

/** That a new item can have the id. */
export function allowedId({ model }: Api, id: Json): Violation[] {
  const detail = chosenIdMistake(model, id);
  return detail === undefined ? [] : [{ pointer: '/id', code: 'pattern', detail }];
}

function read({ model, validator }: Api, body: Json, patch: boolean, idViolations: Violation[]): JsonObject {
  const fields = candidate(model.schema, withoutServerFields(body), { patch, unknown: model.request.unknownFields });
  const violations = [...idViolations, ...validator[patch ? 'patch' : 'item'](fields), ...keyViolations(model, fields)];
  const known = new Set(violations.map(({ pointer }) => pointer));
  refuseInvalid([...violations, ...unfitNames(fields).filter(({ pointer }) => !known.has(pointer))]);
  return fields as JsonObject;
}

export function refuseInvalid(violations: readonly Violation[]): void {
  if (violations.length > 0) throw new Problem(400, 'validation-failed', 'the body does not fit the schema', { errors: violations });
}

function withoutServerFields(body: Json): Json {
  if (!isJsonObject(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => !Object.hasOwn(SERVER_FIELDS, name)));
}
