import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { properties } from './properties';

const USAGE = `Tries properties on random inputs.

  npx tsx test/properties/run.ts [--only TEXT] [--count N] [--seed N]

  --only TEXT   only properties whose name contains the text
  --count N     how often each is tried (default: 10000)
  --seed N      the seed of an earlier run, to see it again (default: another one each time)`;

async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', default: '' },
      count: { type: 'string', default: '10000' },
      seed: { type: 'string', default: String(randomInt(2 ** 31)) },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const chosen = properties.filter(({ name }) => name.includes(values.only));
  if (chosen.length === 0) throw new Error(`no property has '${values.only}' in its name; there are: ${properties.map(({ name }) => name).join('; ')}`);

  let failures = 0;
  for (const { name, check } of chosen) {
    const start = process.cpuUsage();
    const verdict = await check(Number(values.count), Number(values.seed)).then((counts) => `✓ ${name}\n    ${counts}`, (error: Error) => {
      failures++;
      return `✗ ${name}\n    ${error.message}`;
    });
    const { user, system } = process.cpuUsage(start);
    console.log(`${verdict}\n    seed ${values.seed}, ${((user + system) / 1e6).toFixed(1)} s of CPU`);
  }
  return failures > 0 ? 1 : 0;
}

run(process.argv.slice(2)).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
