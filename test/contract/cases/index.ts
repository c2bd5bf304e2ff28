import { access } from './access';
import { accessMatrix } from './access-matrix';
import { batches } from './batch';
import { chosenIds } from './chosen-ids';
import { clears } from './clear';
import { cors } from './cors';
import { create } from './create';
import { cursors } from './cursors';
import { deletes } from './delete';
import { fieldTypes } from './field-types';
import { filters } from './filters';
import { gets } from './get';
import { hostilePaths } from './hostile-paths';
import { idempotency } from './idempotency';
import { immutable } from './immutable';
import { indexes } from './indexes';
import { injection } from './injection';
import { itemKeys } from './item-keys';
import { jsonSyntax } from './json-syntax';
import { lifetimes } from './lifetimes';
import { lists } from './list';
import { listViews } from './list-views';
import { mediaTypes } from './media-types';
import { owners } from './owners';
import { preconditions } from './preconditions';
import { prefer } from './prefer';
import { problemDetails } from './problem-details';
import { replaces } from './replace';
import { routing } from './routing';
import { shapes } from './shapes';
import { sharding } from './shards';
import { storedRows } from './stored-rows';
import { transport } from './transport';
import { unique } from './unique';
import { updates } from './update';
import { validation } from './validation';
import { CaseFile } from '../harness/case';

/** The contract, by topic. */
export const caseFiles: readonly CaseFile[] = [
  create, gets, lists, listViews, filters, cursors, replaces, updates, deletes, preconditions, prefer,
  routing, hostilePaths, mediaTypes, jsonSyntax, validation, immutable, injection, problemDetails, cors, transport,
  chosenIds, unique, idempotency, fieldTypes, indexes, batches, clears, lifetimes, shapes, sharding, access, owners, accessMatrix,
  itemKeys, storedRows,
];
