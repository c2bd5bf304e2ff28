/** A path, relative and with slashes, against a pattern of `cdk.json`: `**` is any folders, `*` and `?` stay within one. */
export function matchesGlob(pattern: string, path: string): boolean {
  const source = pattern.replace(/^\.\//, '').replace(/\*\*\/|\*\*|[*?]|[.+^${}()|[\]\\]/g, (token) => GLOB_TOKENS[token] ?? `\\${token}`);
  return new RegExp(`^${source}(?:/.*)?$`).test(path); // a folder stands for all that is in it
}

const GLOB_TOKENS: Readonly<Record<string, string>> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' };
