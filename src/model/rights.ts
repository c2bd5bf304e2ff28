import { Model } from './model';
import { OperationName } from './operations';

/** One action on one kind of resource: what an operation needs, and no more. */
export interface Right {
  /** `dynamodb:PutItem` … */
  readonly action: string;
  /**
   * The entity's table; the table and each declared index; the rows that are no items (markers of unique values, records of
   * idempotency keys), which may have a table of their own; or the table of the parent's items.
   */
  readonly on: 'table' | 'indexes' | 'records' | 'parent';
  /** The action is used inside TransactWriteItems alone, and granted for nothing else. */
  readonly inTransaction?: true;
}

const plain = (verb: string, on: Right['on'] = 'table'): Right => ({ action: `dynamodb:${verb}`, on });
const transacted = (verb: string, on: Right['on'] = 'table'): Right => ({ action: `dynamodb:${verb}`, on, inTransaction: true });

/** What a model adds to the rights of a plain operation. */
interface Traits {
  readonly unique: boolean;
  readonly softDelete: boolean;
  readonly idempotency: boolean;
  readonly requireParent: boolean;
  readonly scan: boolean;
  readonly generatedIds: boolean;
}

const MATRIX: { readonly [name in OperationName]: (traits: Traits, model: Model) => Right[] } = {
  get: () => [plain('GetItem')],
  list: ({ scan }) => [plain('Query', 'indexes'), ...(scan ? [plain('Scan')] : [])],
  count: ({ scan }) => [plain('Query', 'indexes'), ...(scan ? [plain('Scan')] : [])],
  create: ({ unique, idempotency, requireParent }) => [
    requireParent ? transacted('PutItem') : plain('PutItem'),
    ...(unique || idempotency ? [transacted('PutItem', 'records')] : []),
    ...(requireParent ? [transacted('ConditionCheckItem', 'parent')] : []),
    // a repeated request is answered with the item that the first one made
    ...(idempotency ? [plain('GetItem')] : []),
  ],
  update: ({ unique }) => [plain('UpdateItem'), ...(unique ? [plain('GetItem'), transacted('PutItem', 'records'), transacted('DeleteItem', 'records')] : [])],
  replace: (traits, model) => [
    ...MATRIX.update(traits, model),
    ...(traits.requireParent && !traits.generatedIds ? [transacted('ConditionCheckItem', 'parent')] : []),
  ],
  upsert: (traits, model) => [...MATRIX.replace(traits, model), ...(traits.generatedIds ? MATRIX.create(traits, model) : [])],
  delete: ({ unique, softDelete }) => [
    plain(softDelete ? 'UpdateItem' : 'DeleteItem'),
    ...(unique ? [plain('GetItem'), transacted('DeleteItem', 'records')] : []),
  ],
  restore: ({ unique }) => [plain('UpdateItem'), ...(unique ? [plain('GetItem'), transacted('PutItem', 'records')] : [])],
  clear: ({ unique }, { scope }) => [plain(scope.kind === 'item' ? 'Scan' : 'Query'), ...(unique ? [transacted('DeleteItem'), transacted('DeleteItem', 'records')] : [plain('BatchWriteItem')])],
  batch: (traits, model) => BATCHED.filter((operation) => model.operations[operation]).flatMap((operation) => MATRIX[operation](traits, model)),
};

/** The operations that a batch can contain. */
const BATCHED: readonly OperationName[] = ['create', 'replace', 'update', 'delete'];

/** What the role of an operation's function may do: the published matrix. */
export function rightsOf(model: Model, operation: OperationName): Right[] {
  return distinctRights(MATRIX[operation](traitsOf(model), model));
}

/** Each right once; one that is granted at large needs no grant for transactions beside it. */
export function distinctRights(rights: readonly Right[]): Right[] {
  const kept = new Map<string, Right>();
  for (const right of rights) {
    const key = `${right.action} ${right.on}`;
    const other = kept.get(key);
    if (!other || other.inTransaction) kept.set(key, right);
  }
  return [...kept.values()];
}

function traitsOf({ entity, schema, scope, request }: Model): Traits {
  return {
    unique: Object.values(schema.properties).some((member) => member['x-unique']),
    softDelete: entity.softDeleteSeconds !== undefined,
    idempotency: request.idempotencyKey,
    requireParent: scope.kind === 'parent' && scope.requireParent,
    scan: scope.kind === 'item' && request.allowScan,
    generatedIds: entity.itemId === 'generated',
  };
}
