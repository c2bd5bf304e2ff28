import { DEFAULT_STAGE, Stage } from './http-api';

export interface StageMatch {
  readonly stage: Stage;
  /** What is left of the path for the routes. */
  readonly path: string;
}

/** A first segment that names a stage leads to it; else the request belongs to `$default`, if there is one. */
export function selectStage(stages: readonly Stage[], path: string): StageMatch | undefined {
  const first = path.split('/')[1];
  const named = stages.find(({ name }) => name !== DEFAULT_STAGE && name === first);
  if (named) {
    const rest = path.slice(named.name.length + 1);
    return { stage: named, path: rest === '' ? '/' : rest };
  }
  const fallback = stages.find(({ name }) => name === DEFAULT_STAGE);
  return fallback && { stage: fallback, path };
}
