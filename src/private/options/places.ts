/** Mistakes with the place that they are in: `host.cors: …`. */
export function at(place: string, mistakes: string[]): string[] {
  return mistakes.map((mistake) => `${place}: ${mistake}`);
}
