import type { Readable } from 'node:stream';

/** A line that a function wrote. */
export interface LogLine {
  readonly functionName: string;
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** Receives what functions write. */
export type LogSink = (line: LogLine) => void;

/** A line longer than this is cut into several: an endless one must not fill the memory. CloudWatch's events end at 256 KB too. */
const MAX_LINE = 256 * 1024;

/** Control characters could move the cursor or recolour a terminal; a tab may stay. */
const CONTROL = /(?![\t\n])\p{Cc}/gu;

/** Makes control characters visible, so that a logged text cannot pose as something else. */
export function neutralized(text: string): string {
  return text.replace(CONTROL, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Calls back for every line of a stream, and at its end for what is left. */
export function eachLine(stream: Readable, onLine: (text: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    for (const line of lines) onLine(neutralized(line.replace(/\r$/, '')));
    while (rest.length > MAX_LINE) {
      onLine(neutralized(rest.slice(0, MAX_LINE)));
      rest = rest.slice(MAX_LINE);
    }
  });
  stream.on('end', () => {
    if (rest !== '') onLine(neutralized(rest));
  });
}
