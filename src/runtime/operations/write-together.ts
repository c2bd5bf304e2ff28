import { Asked } from './asked';
import { Companion, isRefused, together } from '../plan/transaction';
import { Call, CancellationReason, Completed, one, Steps } from '../store/call';

/** Writes an item with its companions; once more, if nothing but companions that it can do without stood against it. */
export function* writeTogether(asked: Asked, main: Call, companions: readonly Companion[], round = 0): Steps<Completed> {
  const result = yield* one(together(asked, main, companions, `${round}`));
  const left = result.kind === 'canceled' ? withoutRefused(companions, result.reasons) : undefined;
  return left ? yield* one(together(asked, main, left, `${round}a`)) : result;
}

function withoutRefused(companions: readonly Companion[], [main, ...others]: readonly CancellationReason[]): Companion[] | undefined {
  if (isRefused(main)) return undefined;
  const left = companions.filter(({ isOptional }, place) => !isOptional || !isRefused(others[place]));
  return left.length < companions.length ? left : undefined;
}
