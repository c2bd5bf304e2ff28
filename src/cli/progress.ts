/** Tells a slow step in a line of its own, with how long it took. */
export async function step<T>(out: NodeJS.WritableStream, name: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  out.write(`  ${name} …`);
  try {
    const result = await work();
    out.write(` ${seconds(begun)}\n`);
    return result;
  } catch (error) {
    out.write('\n');
    throw error;
  }
}

/** Since a moment of `performance.now()`. */
export function seconds(begun: number): string {
  return `${((performance.now() - begun) / 1000).toFixed(1)} s`;
}
