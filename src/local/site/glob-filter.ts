/**
 * The filters of `aws s3 sync`: everything is taken, `--exclude` and then `--include` change that, the last match counts.
 * `*` also matches slashes.
 * @see https://docs.aws.amazon.com/cli/latest/reference/s3/index.html#use-of-exclude-and-include-filters
 */
export function globFilter(exclude: readonly string[], include: readonly string[]): (path: string) => boolean {
  const rules = [
    ...exclude.map((pattern) => ({ pattern: globExpression(pattern), accepts: false })),
    ...include.map((pattern) => ({ pattern: globExpression(pattern), accepts: true })),
  ].reverse();
  return (path) => rules.find(({ pattern }) => pattern.test(path))?.accepts ?? true;
}

function globExpression(glob: string): RegExp {
  const source = glob.replace(/\[!?[^\]]+\]|[.+^${}()|\\*?[\]]/g, (token) => {
    if (token === '*') return '.*';
    if (token === '?') return '.';
    return token.length > 1 ? token.replace(/^\[!/, '[^') : `\\${token}`;
  });
  return new RegExp(`^${source}$`, 's');
}
