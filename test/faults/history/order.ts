import { ABSENT, isBelated, keyOf, State, statesAfter } from './item-state';
import { isUnknown, Operation, Shown, stampOf } from './operation';

/** How an order was looked for, and what it came to. */
export type Search =
  | { readonly found: true; readonly allowed: Allowances }
  /** As far as any order leads: the item as it is then, and the operations of which none can be the next. */
  | { readonly found: false; readonly state: State; readonly stuck: readonly Operation[]; readonly exhausted: boolean };

/** What the contract allows where an answer was lost, and nowhere else. */
export interface Allowances {
  /** Writes that have created again what was deleted after an attempt of theirs. */
  readonly recreated: number;
  /** Deletes that were answered 204 and found nothing. */
  readonly belated: number;
}

/** An operation, or a part of one, that takes effect at one moment. */
interface Step {
  readonly operation: Operation;
  readonly place: number;
  /** A step that must come before. */
  readonly after?: Step;
  /** An attempt whose answer was lost, and after which another one has created anew what was deleted in between. */
  readonly earlier?: Step;
  readonly isEarlierOf?: Step;
  /** Whether it may also never take effect. */
  readonly optional: boolean;
}

/** Far more than a right history takes. */
const MOST_MOVES = 100_000;

/**
 * Looks for a legal order of the operations on one item: each takes effect at one moment between its request and its answer, as the state of
 * the item at that moment demands. One that is answered 503 takes effect at any time after its request, or never.
 *
 * The search is that of Wing and Gong, with Lowe's memory of what has been tried: https://doi.org/10.1002/cpe.3928
 */
export function findOrder(operations: readonly Operation[]): Search {
  // what took effect at all most likely did so before its client gave up, and then the order is found soon
  const soon = new OrderSearch(operations, true).run();
  return soon.found ? soon : new OrderSearch(operations, false).run();
}

type Mutable<T> = { -readonly [member in keyof T]: T[member] };

interface Move { readonly step: Step; readonly state: State; readonly belated: boolean }
interface Frame {
  readonly state: State;
  readonly forced: readonly Step[];
  readonly moves: Move[];
  /** Whether the moves that need not be are among them. */
  isComplete: boolean;
  next: number;
  taken?: Move;
}

class OrderSearch {
  private readonly required: Step[];
  private readonly optional: Step[];
  private readonly makers: ReadonlyMap<string, unknown>;
  /** The versions that each is shown to have made; more than one if it created again what was deleted. */
  private readonly made = new Map<unknown, Shown[]>();
  /** The required steps that show an item, by when that was created. */
  private readonly witnesses = new Map<string, Step[]>();
  private readonly done = new Set<Step>();
  /** Of those done, the optional ones. */
  private readonly taken = new Set<Step>();
  private readonly failed = new Set<string>();
  private low = 0;
  private moves = 0;
  private deepest: { count: number; state: State; stuck: Operation[] } = { count: -1, state: ABSENT, stuck: [] };

  constructor(operations: readonly Operation[], private readonly isPrompt: boolean) {
    const steps = operations.flatMap(stepsOf).sort((a, b) => a.operation.invoked - b.operation.invoked);
    this.required = steps.filter(({ optional }) => !optional).map((step, place) => Object.assign(step, { place }));
    this.optional = steps.filter(({ optional }) => optional).map((step, place) => Object.assign(step, { place }));
    this.makers = new Map(operations.flatMap(({ answer: { item } }) => (item ? [[versionKey(item), stampOf(item)]] : [])));
  }

  public run(): Search {
    for (const step of this.required) {
      const { item } = step.operation.answer;
      if (!item) continue;
      this.made.set(stampOf(item), [...(this.made.get(stampOf(item)) ?? []), item]);
      this.witnesses.set(item.life, [...(this.witnesses.get(item.life) ?? []), step]);
    }

    const frames: Frame[] = [];
    let frame = this.enter(ABSENT);
    while (frame) {
      frames.push(frame);
      frame = undefined;
      while (!frame && frames.length > 0) {
        const top = frames.at(-1)!;
        if (top.taken) this.undo([top.taken.step]);
        const move = this.nextMove(top);
        top.taken = move;
        if (move && ++this.moves < MOST_MOVES) {
          this.mark(move.step);
          frame = this.enter(move.state);
          if (!frame) return this.success(frames);
        } else {
          this.failed.add(this.key(top.state));
          this.undo(top.forced);
          frames.pop();
        }
      }
      if (!frame) return { found: false, state: this.deepest.state, stuck: this.deepest.stuck, exhausted: this.moves < MOST_MOVES };
    }
    return this.success([]);
  }

  private success(frames: readonly Frame[]): Search {
    const recreated = [...this.taken].filter(({ isEarlierOf }) => isEarlierOf).length;
    return { found: true, allowed: { recreated, belated: frames.filter(({ taken }) => taken?.belated).length } };
  }

  /** What can come next in a state, after all that leaves it as it is; undefined if nothing has to come any more. */
  private enter(state: State): Frame | undefined {
    const forced: Step[] = [];
    for (let harmless: Move | undefined; (harmless = this.candidates('required', state).find((move) => this.isHarmless(move, state)));) {
      this.mark(harmless.step);
      forced.push(harmless.step);
      state = harmless.state;
    }
    const open = [...this.open()];
    if (open.length === 0) return undefined;
    if (this.done.size > this.deepest.count) this.deepest = { count: this.done.size, state, stuck: open.map(({ operation }) => operation) };
    const isKnown = this.failed.size > 0 && this.failed.has(this.key(state));
    return { state, forced, moves: isKnown ? [] : this.candidates('required', state).sort(byEvidence), isComplete: isKnown, next: 0 };
  }

  /** What need not have happened is tried when nothing else leads on. */
  private nextMove(frame: Frame): Move | undefined {
    if (frame.next === frame.moves.length && !frame.isComplete) {
      frame.moves.push(...this.candidates('optional', frame.state).sort(byEvidence));
      frame.isComplete = true;
    }
    return frame.moves[frame.next++];
  }

  /** An answer that shows no effect changes nothing for the others, so it may as well come at once. A delete is never sure to be one. */
  private isHarmless({ step: { operation: { request, answer } }, state }: Move, before: State): boolean {
    return request.kind !== 'delete' || answer.status !== 204 ? keyOf(state) === keyOf(before) || request.kind === 'get' : false;
  }

  private candidates(steps: 'required' | 'optional', state: State): Move[] {
    return [...this.open(steps)]
      .filter(({ after, isEarlierOf }) => (!after || this.done.has(after)) && (!isEarlierOf || !this.done.has(isEarlierOf)))
      .flatMap((step) => statesAfter(state, step.operation).map((next) => ({ step, state: next, belated: isBelated(state, step.operation) })))
      .filter((move) => this.isNotDisproved(move) && this.isNotTwice(move) && this.leavesNoneBehind(state, move) && this.isOfUse(move));
  }

  /** Another one was shown to have made the version, or this one to have made another version. */
  private isNotDisproved({ step: { operation: { id, request }, isEarlierOf }, state }: Move): boolean {
    if (request.kind === 'get' || !('fields' in state) || stampOf(state) !== id) return true;
    const shown = this.made.get(id) ?? [];
    // what an earlier attempt has made is another item
    const made = isEarlierOf ? shown.filter(({ life }) => life === state.life) : shown;
    if (made.length > 0 && !made.some(({ version }) => version === state.version)) return false;
    if (state.life === undefined) return true;
    const maker = this.makers.get(versionKey(state as Shown));
    return maker === undefined || maker === id;
  }

  /** An item that is gone never comes back, nor does a version: whoever was shown it must have had its turn. */
  private leavesNoneBehind(before: State, { step, state }: Move): boolean {
    const life = lifeOf(state) ?? lifeOf(before);
    if (life === undefined) return true;
    return !(this.witnesses.get(life) ?? []).some((witness) => (
      witness !== step && !this.done.has(witness) && (state.version === 0 || witness.operation.answer.item!.version < state.version)
    ));
  }

  /** A change that need not have happened is only worth a try if someone was shown what came of it, or was refused for it. */
  private isOfUse({ step, state }: Move): boolean {
    if (!step.optional || state.version <= 1) return true;
    const life = lifeOf(state);
    const awaiting = life === undefined ? [...this.open()] : this.witnesses.get(life) ?? [];
    return awaiting.some((witness) => !this.done.has(witness) && (witness.operation.answer.item?.version ?? 0) >= state.version)
      || [...this.open()].some(({ operation }) => operation.answer.status === 412);
  }

  /** After an earlier attempt, it can only create. */
  private isNotTwice({ step: { earlier }, state }: Move): boolean {
    return !earlier || !this.done.has(earlier) || state.version === 1;
  }

  /** Steps that were asked for before any required one was answered, so that each may be the next. */
  private *open(steps: 'required' | 'optional' = 'required'): Generator<Step> {
    const end = this.earliestAnswer();
    const all = this[steps];
    for (let place = steps === 'required' ? this.low : 0; place < all.length && all[place].operation.invoked <= end; place++) {
      if (!this.done.has(all[place]) && !this.isTooLate(all[place])) yield all[place];
    }
  }

  /** Of a search for prompt effects: what need not have happened has not, once the time of its answer has passed. */
  private isTooLate({ optional, operation: { completed } }: Step): boolean {
    return this.isPrompt && optional && this.low > 0 && completed < this.required[this.low - 1].operation.invoked;
  }

  private earliestAnswer(): number {
    while (this.low < this.required.length && this.done.has(this.required[this.low])) this.low++;
    let end = Infinity;
    for (let place = this.low; place < this.required.length && this.required[place].operation.invoked <= end; place++) {
      if (!this.done.has(this.required[place])) end = Math.min(end, this.required[place].operation.completed);
    }
    return end;
  }

  private mark(step: Step): void {
    this.done.add(step);
    if (step.optional) this.taken.add(step);
  }

  private undo(steps: readonly Step[]): void {
    for (const step of steps) {
      this.done.delete(step);
      this.taken.delete(step);
      if (!step.optional) this.low = Math.min(this.low, step.place);
    }
  }

  /** Equal where the same is done in the same state: all before `low`, some after it, some of what need not be. */
  private key(state: State): string {
    const end = this.earliestAnswer();
    const ahead: number[] = [];
    for (let place = this.low; place < this.required.length && this.required[place].operation.invoked <= end; place++) {
      if (this.done.has(this.required[place])) ahead.push(place);
    }
    const taken = [...this.taken].map(({ place }) => place).sort((a, b) => a - b);
    return `${this.low} ${ahead.join()} ${taken.join()} ${keyOf(state)}`;
  }
}

/** An answer that shows a later state than the write's own: a write at some moment, and a look at the item after it. */
function stepsOf(operation: Operation): Step[] {
  const { id, request, answer: { status, item }, ...times } = operation;
  if (isUnknown(operation)) return [{ operation, place: 0, optional: true }];
  const isShownLater = request.kind !== 'get' && item !== undefined && stampOf(item) !== id;
  const own: Mutable<Step> = { operation: isShownLater ? { id, request, answer: { status }, ...times } : operation, place: 0, optional: false };
  const look = { operation: { id, request: { kind: 'get' }, answer: { status: 200, item }, ...times }, place: 0, optional: false, after: own } as const;
  const creates = request.kind === 'create' ? status === 201 : request.kind === 'replace' && request.creates && (status === 201 || isShownLater);
  if (creates) own.earlier = { operation: { ...operation, answer: { status: 503 } }, place: 0, optional: true, isEarlierOf: own };
  return [own, ...(isShownLater ? [look] : []), ...(own.earlier ? [own.earlier] : [])];
}

/** Those first whose place an answer proves; what may not have happened at all comes last. */
function byEvidence(a: Move, b: Move): number {
  // what took effect at all most likely did so before its client gave up
  const later = b.step.operation.invoked - a.step.operation.invoked;
  return doubts(a) - doubts(b) || (a.step.optional ? later : -later);
}

function doubts({ step: { optional, isEarlierOf, operation: { request, answer } } }: Move): number {
  if (optional) return isEarlierOf ? 4 : 3;
  return request.kind === 'delete' ? 2 : answer.item ? 0 : 1;
}

const lifeOf = (state: State): string | undefined => ('life' in state ? state.life : undefined);

const versionKey = ({ life, version }: Pick<Shown, 'life' | 'version'>): string => `${life} ${version}`;
