import { Outcome } from './run-suite';

const RESULTS = ['passed', 'refused', 'deviates', 'failed'] as const;

/** How many cases a keyword has, and what became of them, in the order of `RESULTS`. */
export function countByKeyword(outcomes: Outcome[]): { [keyword: string]: [cases: number, ...results: number[]] } {
  const keywords = [...new Set(outcomes.map(({ keyword }) => keyword))];
  return Object.fromEntries(keywords.map((keyword) => {
    const own = outcomes.filter((outcome) => outcome.keyword === keyword);
    return [keyword, [own.length, ...RESULTS.map((result) => own.filter((outcome) => outcome.result === result).length)]];
  }));
}

/** The outcomes as a table for people, and below it why cases were refused or deviate. */
export function render(outcomes: Outcome[]): string {
  const rows = Object.entries(countByKeyword(outcomes)).map(([keyword, counts]) => [keyword, ...counts.map(String)]);
  const totals = ['all', String(outcomes.length), ...RESULTS.map((result) => String(outcomes.filter((outcome) => outcome.result === result).length))];
  const lines = [['keyword', 'cases', ...RESULTS], ...rows, totals].map(([first, ...cells]) => first.padEnd(28) + cells.map((cell) => cell.padStart(10)).join(''));
  return [...lines, ...RESULTS.filter((result) => result !== 'passed').flatMap((result) => renderReasons(outcomes, result))].join('\n');
}

function renderReasons(outcomes: Outcome[], result: Outcome['result']): string[] {
  const counts = new Map<string, number>();
  for (const { name, reason = name } of outcomes.filter((outcome) => outcome.result === result)) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  if (counts.size === 0) return [];
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return ['', `${result}:`, ...sorted.map(([reason, count]) => `${String(count).padStart(5)}  ${reason}`)];
}
