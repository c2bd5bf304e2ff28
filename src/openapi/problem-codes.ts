import { Model, OperationName, ProblemCode } from '../model';
import { Entity } from './entity';

/** The codes that an operation can answer. */
export function problemCodes({ model, access }: Entity, operation: OperationName): ProblemCode[] {
  return (Object.entries(CODES) as [ProblemCode, Condition][])
    .filter(([, isPossible]) => isPossible({ model, operation, isProtected: access.kind !== 'none', is: (...names) => names.includes(operation) }))
    .map(([code]) => code);
}

interface Circumstances {
  readonly model: Model;
  readonly operation: OperationName;
  readonly isProtected: boolean;
  readonly is: (...operations: OperationName[]) => boolean;
}

type Condition = (circumstances: Circumstances) => boolean;

const always: Condition = () => true;
const withBody: Condition = ({ is }) => is('create', 'replace', 'update', 'upsert', 'batch');
const withItem: Condition = ({ is }) => is('create', 'replace', 'update', 'upsert', 'batch');
const byClaim: Condition = ({ model: { scope } }) =>
  scope.kind === 'owner' || scope.kind === 'tenant' || (scope.kind === 'parent' && scope.root.kind !== 'anyone');
const hasUnique = (model: Model) => Object.values(model.schema.properties).some((field) => field['x-unique']);

/** When each code is possible, as the run time decides. */
const CODES: { readonly [code in ProblemCode]: Condition } = {
  'malformed-json': withBody,
  'validation-failed': withBody,
  'invalid-parameter': always,
  'invalid-cursor': ({ is }) => is('list'),
  'index-required': ({ is }) => is('list', 'count'),
  'invalid-header': always,
  'unauthenticated': ({ isProtected }) => isProtected,
  'forbidden': (circumstances) => circumstances.isProtected || byClaim(circumstances),
  'not-found': ({ model, is }) => is('get', 'replace', 'update', 'delete', 'restore', 'batch')
    || (is('upsert') && model.entity.itemId === 'generated') || model.scope.kind === 'parent',
  'method-not-allowed': () => false,
  'not-acceptable': always,
  'already-exists': ({ model: { entity }, is }) => entity.itemId === 'clientChosen'
    && (is('create', 'batch') || (entity.softDeleteSeconds !== undefined && is('replace', 'upsert'))),
  'unique-violation': (circumstances) => hasUnique(circumstances.model) && (withItem(circumstances) || circumstances.is('restore')),
  'conflict': ({ model, is }) => is('replace', 'update', 'upsert', 'restore', 'batch')
    || (is('create') && model.request.idempotencyKey) || (is('delete') && (hasUnique(model) || model.entity.softDeleteSeconds !== undefined)),
  'version-mismatch': ({ is }) => is('create', 'get', 'replace', 'update', 'upsert', 'delete', 'restore', 'batch'),
  'body-too-large': withBody,
  'item-too-large': withItem,
  'batch-too-large': ({ is }) => is('batch'),
  'unsupported-media-type': withBody,
  'idempotency-key-reused': ({ model: { request }, is }) => request.idempotencyKey && is('create', 'replace', 'update', 'upsert'),
  'precondition-required': ({ model: { request }, is }) => request.requireIfMatch && is('replace', 'update', 'upsert', 'delete', 'batch'),
  'throttled': always,
  'internal': always,
  'temporarily-unavailable': always,
};
