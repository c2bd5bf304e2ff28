import { Asked } from './asked';
import { batch } from './batch';
import { clear } from './clear';
import { count } from './count';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { list } from './list';
import { Outcome } from './outcome';
import { replace } from './replace';
import { restore } from './restore';
import { update } from './update';
import { upsert } from './upsert';
import { OperationName } from '../../model';
import { Steps } from '../store/call';

/** The steps of each operation. */
export const OPERATIONS: { readonly [name in OperationName]?: (asked: Asked) => Steps<Outcome> } = {
  create,
  list,
  get,
  replace,
  update,
  delete: remove,
  upsert,
  batch,
  count,
  clear,
  restore,
};
