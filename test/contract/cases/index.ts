import { cors } from './cors';
import { create } from './create';
import { cursors } from './cursors';
import { deletes } from './delete';
import { filters } from './filters';
import { gets } from './get';
import { hostilePaths } from './hostile-paths';
import { immutable } from './immutable';
import { injection } from './injection';
import { jsonSyntax } from './json-syntax';
import { lists } from './list';
import { listViews } from './list-views';
import { mediaTypes } from './media-types';
import { preconditions } from './preconditions';
import { prefer } from './prefer';
import { problemDetails } from './problem-details';
import { replaces } from './replace';
import { routing } from './routing';
import { transport } from './transport';
import { updates } from './update';
import { validation } from './validation';
import { CaseFile } from '../harness/case';

/** The contract, by topic. */
export const caseFiles: readonly CaseFile[] = [
  create, gets, lists, listViews, filters, cursors, replaces, updates, deletes, preconditions, prefer,
  routing, hostilePaths, mediaTypes, jsonSyntax, validation, immutable, injection, problemDetails, cors, transport,
];
