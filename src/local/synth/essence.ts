/** The line that says what went wrong, in what a failed program wrote; undefined if it wrote nothing. */
export function essenceOf(output: string): string | undefined {
  const lines = output.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '');
  const error = lines.find((line) => /^(?:Uncaught |throw )?\[?\w*(?:Error|Exception|Failed)\w*(?: \[[^\]]+\])?: ./.test(line));
  return error ?? lines.filter((line) => !/^(?:at |Node\.js v)/.test(line)).at(-1) ?? lines.at(-1);
}
