import { CatalogueRow } from './catalogue';
import { ClearResult } from './clear';
import { ListCost } from './list-cost';
import { RaceResult } from './races';
import { WritersOptions, WritersResult } from './writers';

export interface Report {
  readonly lines: readonly string[];
  readonly failures: number;
}

const SHOWN = 10;

const counts = (map: ReadonlyMap<unknown, number>): string => [...map].map(([name, count]) => `${count} x ${String(name)}`).join(', ');

export function writersLines({ seed, writers, rates }: WritersOptions, result: WritersResult): Report {
  const { writes, items, statuses, met, violations, allowed, seconds, histories } = result;
  const of = (...wrong: string[]) => violations.filter((violation) => wrong.includes(violation.wrong)).length;
  return {
    failures: violations.length,
    lines: [
      `${writes} writes by ${writers} writers to ${items} items, seed ${seed}, ${seconds.toFixed(0)} s; faults: ${rates ? Object.entries(rates).map(([kind, rate]) => `${kind} ${rate * 100} %`).join(', ') : 'all kinds'}`,
      `  calls           ${counts(met)}`,
      `  answers         ${counts(statuses)}`,
      `  lost updates    ${of('lost update')}`,
      `  double effects  ${of('double effect')}`,
      `  false answers   404: ${of('false 404')}, 409: ${of('false 409')}, 412: ${of('false 412')}, others: ${of('unexpected answer', 'undecided')}`,
      `  503             ${statuses.get(503) ?? 0}: whether the write took effect was not known`,
      `  by contract     ${allowed.belated} deletes that found nothing on a later attempt were 204; ${allowed.recreated} creates were repeated after another's delete`,
      ...violations.slice(0, SHOWN).map(({ wrong, key, what }) => `  ${wrong.toUpperCase()} of ${key}: ${what}`),
      ...(histories ? [`  their histories: ${histories}`] : []),
    ],
  };
}

export function raceLines(results: readonly RaceResult[], faulty: boolean): Report {
  return {
    failures: results.reduce((sum, { wrong }) => sum + wrong.length, 0),
    lines: [
      `races, ${faulty ? 'with lost answers, throttling and conflicts' : 'without faults'}`,
      ...results.flatMap(({ title, seeds, answers, wrong }) => [
        `  ${title}: ${seeds} seeds, ${wrong.length} wrong  (${counts(answers)})`,
        ...wrong.slice(0, SHOWN).map((line) => `    WRONG ${line}`),
      ]),
    ],
  };
}

/** In milliseconds: a client has its answer before that. Not for the tests, where a busy machine would decide. */
const SLOWEST = 3000;

export function catalogueLines(timed: readonly CatalogueRow[]): Report {
  const rows = timed.map((row) => (row.milliseconds < SLOWEST ? row : { ...row, wrong: [...row.wrong, `takes ${row.milliseconds} ms`] }));
  const faults = [...new Set(rows.map(({ fault }) => fault))];
  const width = Math.max(...faults.map(({ length }) => length));
  return {
    failures: rows.filter(({ wrong }) => wrong.length > 0).length,
    lines: [
      `${faults.length} faults met by ${new Set(rows.map(({ operation }) => operation)).size} operations`,
      ...faults.map((fault) => {
        const met = rows.filter((row) => row.fault === fault);
        const statuses = new Map<number, number>();
        for (const { status } of met) statuses.set(status, (statuses.get(status) ?? 0) + 1);
        const slowest = Math.max(...met.map(({ milliseconds }) => milliseconds));
        return `  ${fault.padEnd(width)}  ${counts(new Map([...statuses].sort()))}; the slowest ${slowest} ms after its first call`;
      }),
      ...rows.filter(({ wrong }) => wrong.length > 0).slice(0, 3 * SHOWN).map(({ fault, operation, wrong }) => `  WRONG ${operation}, ${fault}: ${wrong.join('; ')}`),
    ],
  };
}

export function clearLines(results: readonly ClearResult[]): Report {
  return {
    failures: results.filter(({ wrong }) => wrong.length > 0).length,
    lines: [
      'CLEAR, with half of each batch left unprocessed, and every other transaction refused for a conflict',
      ...results.map(({ collection, items, requests, wrong }) => `  ${collection}: ${items} items deleted and counted in ${requests} request${requests === 1 ? '' : 's'}${wrong.length > 0 ? `; WRONG ${wrong.join('; ')}` : ''}`),
    ],
  };
}

/** Of the time, noise included. */
const MOST_RATIO = 1.2;

export function listCostLines(costs: readonly ListCost[]): Report {
  const pages = [...new Set(costs.map(({ page }) => page))];
  const ratios = pages.map((page) => {
    const [small, large] = costs.filter((cost) => cost.page === page);
    const isSame = large.calls === small.calls && large.capacityUnits === small.capacityUnits;
    return { page, ratio: large.milliseconds / small.milliseconds, isSame };
  });
  return {
    failures: ratios.filter(({ isSame, ratio }) => !isSame || ratio > MOST_RATIO).length,
    lines: [
      'a list page of 25 items, medians',
      ...costs.map(({ items, page, calls, capacityUnits, milliseconds }) => (
        `  ${String(items).padStart(7)} items, ${page.padEnd(22)} ${calls} call${calls === 1 ? '' : 's'}, ${capacityUnits} capacity units, ${milliseconds.toFixed(2)} ms at the store`
      )),
      ...ratios.map(({ page, ratio, isSame }) => `  ${page}: ${isSame ? 'the same calls and capacity' : 'OTHER CALLS OR CAPACITY'}, ${ratio.toFixed(2)} times the time`),
    ],
  };
}
