/** Whether a name is another one but for case or two letters. */
export function isMisspelling(name: string, of: string): boolean {
  const [a, b] = [name.toLowerCase(), of.toLowerCase()];
  return a === b || (Math.min(a.length, b.length) > 3 && distance(a, b) <= 2);
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
