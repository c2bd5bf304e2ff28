import { UsageError } from './user-error';

/** A port number in an argument or a variable. */
export function parsePort(text: string, source: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new UsageError(`${source} is '${text}'; it must be a number from 0 to 65535`);
  return port;
}

/** The seed of faults in an argument. */
export function parseSeed(text: string, source: string): number {
  const seed = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(seed)) throw new UsageError(`${source} is '${text}'; it must be a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`);
  return seed;
}
