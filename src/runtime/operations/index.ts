import { Asked } from './asked';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { list } from './list';
import { Outcome } from './outcome';
import { replace } from './replace';
import { update } from './update';
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
};
