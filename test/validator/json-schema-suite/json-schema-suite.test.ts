import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEVIATIONS } from './deviations';
import { runSuite } from './run-suite';
import { render } from './table';

const outcomes = runSuite();

test('no case of the official suite fails', () => {
  expect(outcomes.filter(({ result }) => result === 'failed').map(({ name }) => name)).toEqual([]);
});

test('every deviation that is claimed is one', () => {
  const deviating = outcomes.filter(({ result }) => result === 'deviates').map(({ reason }) => reason);
  expect([...new Set(deviating)].sort()).toEqual(DEVIATIONS.map(({ reason }) => reason).sort());
});

test('the outcome of every case is in the table (print.ts writes it)', () => {
  expect(`${render(outcomes)}\n`).toBe(readFileSync(join(__dirname, 'table.txt'), 'utf8'));
});
