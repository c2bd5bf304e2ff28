import { parseArgs } from 'node:util';
import { caseFiles } from '../cases';
import { CaseFile } from './case';
import { Outcome } from './play';
import { reproduction } from './reproduction';
import { fits, named, playAll } from './suite';
import { runningTarget, Target } from './target';
import { startFixture } from '../fixture/local';

const USAGE = `Plays the HTTP contract.

  npm run test:contract                          against the fixture app on the local cloud
  npm run test:contract -- --base-url URL        against a running API

  --entity PLURAL     with --base-url: an entity that the API has, as in the fixture (repeatable; default: todos)
  --only TEXT         only cases whose title contains the text
  --concurrency N     cases at a time (default: 8)
  --list              print the titles, play nothing`;

type Print = (line: string) => void;

/** The command behind `npm run test:contract`; returns its exit code. */
export async function runCommand(args: string[], files: readonly CaseFile[] = caseFiles, print: Print = console.log): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      'base-url': { type: 'string' },
      'entity': { type: 'string', multiple: true, default: ['todos'] },
      'only': { type: 'string', default: '' },
      'concurrency': { type: 'string', default: '8' },
      'list': { type: 'boolean', default: false },
      'help': { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    print(USAGE);
    return 0;
  }
  const wanted = named(files).filter(({ title }) => title.includes(values.only));
  if (values.list) {
    for (const { title } of wanted) print(title);
    return 0;
  }

  const baseUrl = values['base-url'];
  const fixture = baseUrl === undefined ? await startFixture() : undefined;
  try {
    const target = fixture?.target ?? await runningTarget(baseUrl!, values.entity.map((plural) => `/${plural}`));
    const fitting = wanted.filter(({ case: one }) => fits(one, target));
    const outcomes: Outcome[] = [];
    await playAll(fitting, target, Number(values.concurrency), (title, outcome) => {
      outcomes.push(outcome);
      if (outcome.failures.length > 0) print(describeFailure(title, outcome, target));
    });
    return conclude(outcomes, wanted.length, print);
  } finally {
    await fixture?.stop();
  }
}

function conclude(outcomes: readonly Outcome[], known: number, print: Print): number {
  const failed = outcomes.filter(({ failures }) => failures.length > 0).length;
  const withCalls = outcomes.filter(({ assertedCalls }) => assertedCalls).length;
  print(`${outcomes.length} of ${known} cases ran, ${withCalls} asserted their DynamoDB calls`);
  if (outcomes.length === 0) print('no case fits the target: nothing was tested');
  print(`${outcomes.length - failed} passed, ${failed} failed`);
  return failed > 0 || outcomes.length === 0 ? 1 : 0;
}

/** What differs, and the requests to see it again. */
export function describeFailure(title: string, { case: { collection = '/todos' }, failures, sent }: Outcome, target: Target): string {
  return [
    `✗ ${title}`,
    ...failures.map((failure) => `    ${failure}`),
    ...sent.map((request) => `    $ ${reproduction(target.collections[collection], request)}`),
  ].join('\n');
}
