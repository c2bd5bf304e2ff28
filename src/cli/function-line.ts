import type { LogLine } from '../local';

/** Levels worth showing of functions that write JSON; what they write of every request is in the console. */
const SHOWN_LEVELS = new Set(['WARN', 'ERROR', 'FATAL']);

/** How a line of a function is shown; undefined if it is not. */
export function functionLine({ functionName, text }: LogLine, verbose: boolean): string | undefined {
  const level = levelOf(text);
  if (!verbose && level !== undefined && !SHOWN_LEVELS.has(level)) return undefined;
  return `  ${functionName}: ${text}`;
}

/** Undefined for plain text. */
function levelOf(text: string): string | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return String((JSON.parse(text) as { level?: unknown }).level).toUpperCase();
  } catch {
    return undefined;
  }
}
