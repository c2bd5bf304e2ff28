import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startFaulty } from './fixture';
import { runRaces } from './runs/races';
import { raceLines, writersLines } from './runs/report';
import { runWriters } from './runs/writers';

const USAGE = `Runs the API while the calls of its functions fail, and checks what clients saw.

  npx tsx test/faults/run.ts [WHAT …]   writers, races; default: all

  --writes N    of the writers (default: 20000)
  --writers N   at a time (default: 16)
  --seeds N     of the races (default: 20)
  --seed N      of the writers' faults (default: 1)`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      writes: { type: 'string', default: '20000' },
      writers: { type: 'string', default: '16' },
      seeds: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  // what ships is run, made from the sources as they are
  execFileSync(process.execPath, [join(__dirname, '..', '..', 'scripts', 'bundle.mjs'), '--if-stale'], { stdio: 'inherit' });
  const wanted = (what: string) => positionals.length === 0 || positionals.includes(what);
  const cloud = await startFaulty();
  let wrong = 0;
  const print = ({ lines, failures }: { lines: readonly string[]; failures: number }) => {
    for (const line of lines) console.log(line);
    wrong += failures;
  };
  try {
    if (wanted('writers')) {
      const options = { seed: Number(values.seed), writes: Number(values.writes), writers: Number(values.writers), rates: { 'reset-after': 0.1, 'throttle': 0.05 } };
      print(writersLines(options, await runWriters(cloud, options)));
    }
    if (wanted('races')) {
      for (const faulty of [false, true]) print(raceLines(await runRaces(cloud, Number(values.seeds), faulty), faulty));
    }
  } finally {
    await cloud.stop();
  }
  return wrong > 0 ? 1 : 0;
}

main().then((exitCode) => { process.exitCode = exitCode; }, (error: Error) => {
  console.error(error.stack);
  process.exitCode = 1;
});
