/** A line of another program, set off from our own. */
export function quoted(line: string): string {
  return `    ${line}\n`;
}

/** Tells a slow step in a line, with how long it took. What the work says comes in lines of its own, and the step's again below them. */
export async function step<T>(out: NodeJS.WritableStream, name: string, work: (say: (line: string) => void) => Promise<T>): Promise<T> {
  const begun = performance.now();
  let isInterrupted = false;
  out.write(`  ${name} …`);
  try {
    const result = await work((line) => {
      out.write(`${isInterrupted ? '' : '\n'}${quoted(line)}`);
      isInterrupted = true;
    });
    out.write(`${isInterrupted ? `  ${name} …` : ''} ${seconds(begun)}\n`);
    return result;
  } catch (error) {
    if (!isInterrupted) out.write('\n');
    throw error;
  }
}

/** Since a moment of `performance.now()`. */
export function seconds(begun: number): string {
  return `${((performance.now() - begun) / 1000).toFixed(1)} s`;
}
