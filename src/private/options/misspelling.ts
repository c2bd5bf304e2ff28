/** The name that another one is nearly, but for case or two letters. */
export function nearestName(name: string, names: string[]): string | undefined {
  const [nearest] = names.map((other) => ({ other, letters: distance(name.toLowerCase(), other.toLowerCase()) }))
    .filter(({ other, letters }) => letters === 0 || (letters <= 2 && Math.min(name.length, other.length) > 3))
    .sort((a, b) => a.letters - b.letters);
  return nearest?.other;
}

/** Letters to insert, delete or replace (Levenshtein), row by row. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, position) => position);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min(row[j + 1] + 1, next[j] + 1, row[j] + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length];
}
