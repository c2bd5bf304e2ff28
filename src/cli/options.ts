import { UsageError } from './user-error';

/** A port number in an argument or a variable. */
export function parsePort(text: string, source: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new UsageError(`${source} is '${text}'; it must be a number from 0 to 65535`);
  return port;
}
