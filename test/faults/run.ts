import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FaultyCloud, startFaulty } from './fixture';
import { runCatalogue } from './runs/catalogue';
import { runClear } from './runs/clear';
import { runListCost } from './runs/list-cost';
import { runRaces } from './runs/races';
import { catalogueLines, clearLines, listCostLines, raceLines, Report, writersLines } from './runs/report';
import { runWriters } from './runs/writers';

const USAGE = `Runs the API while the calls of its functions fail, and checks what clients saw.

  npx tsx test/faults/run.ts [WHAT ...]   catalogue, clear, races, writers, list-cost; default: all

  --writes N    of the writers, with each seed (default: 20000)
  --writers N   at a time (default: 16)
  --all-faults  the writers' calls meet every kind of fault (default: 10 % reset-after, 5 % throttle)
  --seed N      the first one (default: 1)
  --seeds N     of races (default: 20)
  --runs N      of writers, each with a seed of its own (default: 1)`;

interface Options {
  readonly writes: number;
  readonly writers: number;
  readonly seed: number;
  readonly seeds: number;
  readonly runs: number;
  readonly rates?: { readonly 'reset-after': number; readonly 'throttle': number };
}

/** What can be run, in the order in which it is. */
const RUNS: Readonly<Record<string, (cloud: FaultyCloud, options: Options) => AsyncIterable<Report>>> = {
  'catalogue': async function* (cloud) { yield catalogueLines(await runCatalogue(cloud)); },
  'clear': async function* (cloud) { yield clearLines(await runClear(cloud, 300)); },
  'races': async function* (cloud, { seeds }) {
    for (const faulty of [false, true]) yield raceLines(await runRaces(cloud, seeds, faulty), faulty);
  },
  'writers': async function* (cloud, { seed, runs, ...options }) {
    for (let run = 0; run < runs; run++) {
      const each = { ...options, seed: seed + run };
      yield writersLines(each, await runWriters(cloud, each));
    }
  },
  'list-cost': async function* () { yield listCostLines(await runListCost([1_000, 100_000])); },
};

async function main(): Promise<number> {
  const number = (value: string) => ({ type: 'string', default: value } as const);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'writes': number('20000'),
      'writers': number('16'),
      'seed': number('1'),
      'seeds': number('20'),
      'runs': number('1'),
      'all-faults': { type: 'boolean', default: false },
      'help': { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [writes, writers, seed, seeds, runs] = (['writes', 'writers', 'seed', 'seeds', 'runs'] as const).map((name) => wholeNumber(values[name], name));
  const unknown = positionals.find((what) => !Object.hasOwn(RUNS, what));
  if (unknown !== undefined) throw new Error(`there is no run '${unknown}'; there are ${Object.keys(RUNS).join(', ')}`);
  // what ships is run, made from the sources as they are
  execFileSync(process.execPath, [join(__dirname, '..', '..', 'scripts', 'bundle.mjs'), '--if-stale'], { stdio: 'inherit' });
  const options = { writes, writers, seed, seeds, runs, ...(!values['all-faults'] && { rates: { 'reset-after': 0.1, 'throttle': 0.05 } }) };
  let failures = 0;
  const cloud = await startFaulty();
  try {
    for (const [name, run] of Object.entries(RUNS).filter(([what]) => positionals.length === 0 || positionals.includes(what))) {
      console.log(`${name}:`);
      for await (const report of run(cloud, options)) {
        for (const line of report.lines) console.log(line);
        failures += report.failures;
      }
    }
  } finally {
    await cloud.stop();
  }
  return failures > 0 ? 1 : 0;
}

function wholeNumber(text: string, name: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} is '${text}'; it must be a whole number`);
  return Number(text);
}

main().then((exitCode) => { process.exitCode = exitCode; }, (error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
