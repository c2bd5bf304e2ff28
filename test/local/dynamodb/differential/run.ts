import { isDeepStrictEqual, parseArgs } from 'node:util';
import { Call, CORPUS } from './corpus';
import { dynoxide, embedded, findDynoxide, Outcome } from './engines';
import { EXPLANATIONS } from './explanations';

/**
 * The embedded DynamoDB against dynoxide, which is checked against AWS by a public conformance suite: `npx tsx test/local/dynamodb/differential/run.ts
 * [--program PATH] [--verbose]`. Texts of errors are not compared: engines and AWS differ in them.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { program: { type: 'string' }, verbose: { type: 'boolean', default: false } } });
  const program = findDynoxide(values.program);
  if (program === undefined) {
    console.log('dynoxide is not there, nothing was compared; `npm i --no-save @dynoxide/linux-x64@1.2.1` in some folder brings it, `--program PATH` names it');
    return;
  }
  const [ours, theirs] = [await embedded(), await dynoxide(program)];
  const counts = { equal: 0, explained: 0, unexplained: 0 };
  for (const call of CORPUS) {
    const [a, b] = [await ours.call(call), await theirs.call(call)].map(comparable);
    const kind = isDeepStrictEqual(a, b) ? 'equal' : EXPLANATIONS.some(({ applies }) => applies(call, a, b)) ? 'explained' : 'unexplained';
    counts[kind] += 1;
    if (kind === 'unexplained' || (kind === 'explained' && values.verbose)) print(kind, call, a, b);
  }
  await Promise.all([ours.close(), theirs.close()]);
  console.log(`${CORPUS.length} calls: ${counts.equal} equal, ${counts.explained} differ as explained, ${counts.unexplained} differ`);
  for (const { why } of EXPLANATIONS) console.log(`  - ${why}`);
  if (counts.unexplained > 0) process.exitCode = 1;
}

/** Without texts, and with what has no order in one. */
function comparable(outcome: Outcome): Outcome {
  return JSON.parse(JSON.stringify(outcome, (name, value: unknown) => {
    if (['message', 'Message', '__type', 'TableDescription', 'TableId', 'LatestStreamLabel'].includes(name)) return undefined;
    if (['SS', 'NS', 'BS'].includes(name) && Array.isArray(value)) return [...value as string[]].sort();
    if (name === 'ConsumedCapacity' && isEmptyCapacity(value)) return undefined;
    return value;
  })) as Outcome;
}

function isEmptyCapacity(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function print(kind: string, { action, input }: Call, ours: Outcome, theirs: Outcome): void {
  const text = (value: unknown) => JSON.stringify(value).replace(/x{50,}/g, 'x…').slice(0, 1500);
  console.log(`${kind}: ${action} ${text(input)}\n  ours:   ${text(ours)}\n  theirs: ${text(theirs)}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
