const ERROR = /^(?:Uncaught |throw )?\[?\w*(?:Error|Exception|Failed)\w*(?: \[[^\]]+\])?: ./;
/** Where a stack begins, and what Node.js writes last. */
const AFTERWARDS = /^\s+at |^Node\.js v|^\(Use `node /;
const MOST_LINES = 20;

/** What went wrong, in what a failed program wrote: its error without the stack, else its last line; undefined if it wrote nothing. */
export function essenceOf(output: string): string | undefined {
  const lines = output.split(/\r?\n/).map((line) => line.trimEnd());
  const first = lines.findIndex((line) => ERROR.test(line.trim()));
  if (first < 0) return lines.filter((line) => line !== '' && !AFTERWARDS.test(line)).at(-1) ?? lines.filter((line) => line !== '').at(-1);
  const length = lines.slice(first).findIndex((line) => AFTERWARDS.test(line));
  const error = lines.slice(first, length < 0 ? undefined : first + length).join('\n').trim().split('\n');
  return [...error.slice(0, MOST_LINES), ...(error.length > MOST_LINES ? ['…'] : [])].join('\n') + placeOf(lines.slice(0, first), error[0]);
}

/** Node.js names the place of a syntax error above it; of any other it is that of the throw, in whatever library. */
function placeOf(above: readonly string[], error: string): string {
  const place = error.startsWith('SyntaxError') ? above.find((line) => /:\d+$/.test(line)) : undefined;
  return place === undefined ? '' : ` (${place})`;
}
