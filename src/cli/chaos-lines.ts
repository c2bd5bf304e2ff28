import { FAULT_KINDS, FAULTS } from '../local';

/** Says aloud which faults the calls to DynamoDB meet from now on. */
export function chaosLines(seed: number): string {
  const rows = FAULT_KINDS.map((kind) => ({ kind, ...FAULTS[kind] }));
  const width = Math.max(...FAULT_KINDS.map(({ length }) => length));
  return [
    `  Chaos with seed ${seed}: calls from functions to DynamoDB meet faults; the console shows which. The same requests in the same order meet the same ones`,
    ...rows.map(({ kind, rate, means, ...more }) => `    ${kind.padEnd(width)} ${`${rate * 100} %`.padStart(5)}  ${means}${'actions' in more && more.actions.length === 1 ? ` (${more.actions[0]})` : ''}`),
    '',
  ].join('\n');
}
