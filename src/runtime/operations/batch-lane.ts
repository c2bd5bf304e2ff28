import { Asked } from './asked';
import { create } from './create';
import { remove } from './delete';
import { Outcome } from './outcome';
import { replace } from './replace';
import { update } from './update';
import { OperationName } from '../../model';
import { Problem } from '../answer/problem';
import { entryOf, isRefused } from '../plan/transaction';
import { all, Call, CancellationReason, Result, Steps } from '../store/call';

/** The steps of the actions that a batch can have. */
export const ACTIONS: { readonly [action in OperationName]?: (asked: Asked) => Steps<Outcome> } = { create, replace, update, delete: remove };

/** One action of an atomic batch: its own steps, which stop at the write that they want. */
export class Lane {
  public outcome?: Outcome;
  public problem?: Problem;
  /** What the action puts into the transaction. */
  public entries: object[] = [];
  private readonly steps: Steps<Outcome>;
  private write?: Call;

  constructor(public readonly action: Asked) {
    this.steps = ACTIONS[action.name]!({ ...action, inTransaction: true });
  }

  /** Goes on until the action knows its write, is done, or cannot be. Reads are made on the way. */
  public *advance(results: readonly Result[] = []): Steps<void> {
    this.entries = [];
    for (;;) {
      const calls = this.next(results);
      if (!calls) return;
      const [write] = calls.filter(({ action }) => action !== 'GetItem');
      if (write) return this.want(write);
      results = yield* all(calls);
    }
  }

  /** The transaction has taken effect. */
  public *succeed(): Steps<void> {
    yield* this.advance([{ kind: 'done', output: {}, sent: {} }]);
  }

  /** The transaction was refused; the action goes on if it was its own fault. */
  public *fail(reasons: readonly CancellationReason[]): Steps<void> {
    if (!reasons.some(isRefused)) return;
    const isSingle = this.write!.action !== 'TransactWriteItems';
    yield* this.advance([isSingle ? { kind: 'conditionFailed', item: reasons[0].Item, unsure: false } : { kind: 'canceled', reasons }]);
  }

  private next(results: readonly Result[]): readonly Call[] | undefined {
    try {
      const step = this.steps.next(results);
      if (!step.done) return step.value;
      this.outcome = step.value;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.problem = error;
    }
    return undefined;
  }

  private want(write: Call): void {
    this.write = write;
    this.entries = write.action === 'TransactWriteItems' ? [...write.input.TransactItems as object[]] : [entryOf(write)];
  }
}
