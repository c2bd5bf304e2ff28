#!/usr/bin/env node
import { main } from './main';

// whoever reads the output may have read enough of it
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));

void main(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
