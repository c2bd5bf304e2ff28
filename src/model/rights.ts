import { Model } from './model';
import { OperationName } from './operations';

/** One action on the entity's own table or its indexes: what an operation needs, and no more. */
export interface Right {
  /** `dynamodb:PutItem` … */
  readonly action: string;
  /** `indexes` stands for the table and each declared index. */
  readonly on: 'table' | 'indexes';
}

const PLAIN_RIGHTS: { readonly [name in OperationName]?: Right } = {
  create: { action: 'dynamodb:PutItem', on: 'table' },
  list: { action: 'dynamodb:Query', on: 'indexes' },
  count: { action: 'dynamodb:Query', on: 'indexes' },
  get: { action: 'dynamodb:GetItem', on: 'table' },
  update: { action: 'dynamodb:UpdateItem', on: 'table' },
  replace: { action: 'dynamodb:UpdateItem', on: 'table' },
  upsert: { action: 'dynamodb:UpdateItem', on: 'table' },
  restore: { action: 'dynamodb:UpdateItem', on: 'table' },
  delete: { action: 'dynamodb:DeleteItem', on: 'table' },
};

/** What the role of an operation's function may do: the published matrix. */
export function rightsOf(_model: Model, operation: OperationName): Right[] {
  const right = PLAIN_RIGHTS[operation];
  return right ? [right] : [];
}
