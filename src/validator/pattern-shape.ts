/** What of a pattern's structure bears on its time, beyond the number of ways to match. */
export interface PatternShape {
  /** Something is repeated without an upper bound. */
  readonly unbounded: boolean;
  /** A lookaround of unbounded length is repeated: each round may read the whole text. */
  readonly searchesInLoop: boolean;
}

/** Escapes and classes (skipped as a whole), groups, and quantifiers. */
const TOKEN = /\\.|\[(?:\\.|[^\]\\])*\]|(?<open>\((?<look>\?<?[=!])?)|(?<close>\))|(?<many>[*+]|\{\d+,\})/gsu;

/** Reads the structure of a pattern that is known to be valid. */
export function shapeOf(pattern: string): PatternShape {
  const groups = [{ isLookaround: false, unbounded: false, searches: false }];
  let searchesInLoop = false;
  for (const { groups: token = {}, index, 0: { length } } of pattern.matchAll(TOKEN)) {
    const group = groups[groups.length - 1];
    if (token.open) {
      groups.push({ isLookaround: token.look !== undefined, unbounded: false, searches: false });
    } else if (token.close) {
      groups.pop();
      const outer = groups[groups.length - 1];
      outer.unbounded ||= group.unbounded;
      outer.searches ||= group.searches || (group.isLookaround && group.unbounded);
      if (group.searches && /^(?:[*+]|\{\d)/.test(pattern.slice(index + length))) searchesInLoop = true;
    } else if (token.many) {
      group.unbounded = true;
    }
  }
  return { unbounded: groups[0].unbounded, searchesInLoop };
}
