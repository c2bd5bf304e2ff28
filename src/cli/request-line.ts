import type { RequestRecord } from '../local';

/** One line for a request: `POST /todos 201 12 ms  PutItem [reset-after], PutItem (ConditionalCheckFailedException), 2 units`. */
export function requestLine({ method, path, status, durationMs, cold, calls, problem }: RequestRecord): string {
  const units = calls.reduce((sum, { capacityUnits }) => sum + capacityUnits, 0);
  const names = calls.map(({ action, allowed, error, fault }) => `${action}${fault ? ` [${fault}]` : ''}${allowed ? (error ? ` (${error})` : '') : ' DENIED'}`);
  return [
    `  ${method.padEnd(6)} ${printable(path)}`,
    String(status),
    `${Math.round(durationMs)} ms${cold ? ' cold' : ''}`,
    ...(names.length > 0 ? [`${names.join(', ')}, ${units} ${units === 1 ? 'unit' : 'units'}`] : []),
    ...(problem ? [problem] : []),
  ].join('  ');
}

/** A path may hold anything that a client sends; the terminal must not obey it. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => encodeURIComponent(character));
}
