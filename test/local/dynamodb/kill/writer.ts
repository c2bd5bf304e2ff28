import { writeSync } from 'node:fs';
import { workload } from './workload';
import { openEngine } from '../../../../src/local/dynamodb';

/** Writes on and on from a step of the workload, and says after each answer that it has come: `writer DIRECTORY SEED STEP`. */
async function write([directory, seed, first]: string[]): Promise<void> {
  const engine = await openEngine({ dataDirectory: directory });
  let number = 0;
  for (const { action, input } of workload(Number(seed))) {
    number += 1;
    if (number <= Number(first)) continue;
    await engine.call(action, input);
    writeSync(process.stdout.fd, `${number}\n`);
  }
}

write(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
