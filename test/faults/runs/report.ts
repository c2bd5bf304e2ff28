import { RaceResult } from './races';
import { WritersOptions, WritersResult } from './writers';

export interface Report {
  readonly lines: readonly string[];
  readonly failures: number;
}

const SHOWN = 10;

const counts = (map: ReadonlyMap<unknown, number>): string => [...map].map(([name, count]) => `${count} x ${String(name)}`).join(', ');

export function writersLines({ seed, writers, rates }: WritersOptions, result: WritersResult): Report {
  const { writes, items, statuses, met, violations, allowed, seconds } = result;
  const of = (...wrong: string[]) => violations.filter((violation) => wrong.includes(violation.wrong)).length;
  return {
    failures: violations.length,
    lines: [
      `${writes} writes by ${writers} writers to ${items} items, seed ${seed}, ${seconds.toFixed(0)} s; calls that meet: ${Object.entries(rates).map(([kind, rate]) => `${kind} ${rate * 100} %`).join(', ')}`,
      `  calls           ${counts(met)}`,
      `  answers         ${counts(statuses)}`,
      `  lost updates    ${of('lost update')}`,
      `  double effects  ${of('double effect')}`,
      `  false answers   404: ${of('false 404')}, 409: ${of('false 409')}, 412: ${of('false 412')}, others: ${of('unexpected answer', 'undecided')}`,
      `  503             ${statuses.get(503) ?? 0}: whether the write took effect was not known`,
      `  by contract     ${allowed.belated} deletes that found nothing on a later attempt were 204; ${allowed.recreated} creates were repeated after another's delete`,
      ...violations.slice(0, SHOWN).map(({ wrong, key, what }) => `  ${wrong.toUpperCase()} of ${key}: ${what}`),
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
