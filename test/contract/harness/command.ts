import { parseArgs } from 'node:util';
import { caseFiles } from '../cases';
import { ApiDescription } from './api-description';
import { CaseFile } from './case';
import { misfit } from './fit';
import { Outcome } from './play';
import { reproduction } from './reproduction';
import { NamedCase, named, playAll } from './suite';
import { runningTarget, Target } from './target';
import { documentOf } from './target-document';
import { callers, issueToken } from '../fixture/callers';
import { fixtureDocument } from '../fixture/document';
import { COLLECTIONS, startFixture } from '../fixture/local';
import { secondEngine } from '../fixture/second-engine';

const USAGE = `Plays the HTTP contract.

  npm run test:contract                          against the fixture app on the local cloud
  npm run test:contract -- --base-url URL        against a running API: the cases that fit its OpenAPI document

  --openapi FILE      with --base-url: the API's OpenAPI document (default: the one that the local cloud serves)
  --token NAME=VALUE  with --base-url: the bearer token of a caller, such as ana or ben (repeatable; default: the local cloud issues them)
  --disposable        with --base-url: the items there may be deleted, so cases that need an empty collection run too
  --engine PROGRAM    without --base-url: dynoxide's program stands for DynamoDB (npm: @dynoxide/linux-x64, crate: dynoxide-rs)
  --only TEXT         only cases whose title contains the text
  --concurrency N     cases at a time (default: 8)
  --list              print the titles, play nothing`;

const OPTIONS = {
  'base-url': { type: 'string' },
  'openapi': { type: 'string' },
  'token': { type: 'string', multiple: true, default: [] as string[] },
  'disposable': { type: 'boolean', default: false },
  'engine': { type: 'string' },
  'only': { type: 'string', default: '' },
  'concurrency': { type: 'string', default: '8' },
  'list': { type: 'boolean', default: false },
  'help': { type: 'boolean', default: false },
} as const;

type Print = (line: string) => void;

/** The command behind `npm run test:contract`; returns its exit code. */
export async function runCommand(args: string[], files: readonly CaseFile[] = caseFiles, print: Print = console.log): Promise<number> {
  const { values } = parseArgs({ args, options: OPTIONS });
  if (values.help) {
    print(USAGE);
    return 0;
  }
  const wanted = named(files).filter(({ title }) => title.includes(values.only));
  if (values.list) {
    for (const { title } of wanted) print(title);
    return 0;
  }

  const concurrency = Number(values.concurrency);
  const { 'base-url': baseUrl } = values;
  if (baseUrl !== undefined) {
    const target = await describedTarget({ ...values, baseUrl });
    const fitting = pick(wanted, target, new ApiDescription(await fixtureDocument()), print);
    return conclude(await playEach(fitting, target, concurrency, print), wanted.length, print);
  }
  const fixture = await startFixture(values.engine === undefined ? undefined : await secondEngine(values.engine));
  try {
    return conclude(await playEach(wanted, fixture.target, concurrency, print), wanted.length, print);
  } finally {
    await fixture.stop();
  }
}

interface Description {
  readonly baseUrl: string;
  readonly openapi?: string;
  readonly token: readonly string[];
  readonly disposable: boolean;
}

async function describedTarget({ baseUrl, openapi, token, disposable }: Description): Promise<Target> {
  if (!URL.canParse(baseUrl) || !/^https?:$/.test(new URL(baseUrl).protocol)) throw new Error(`--base-url must be an http or https URL, got '${baseUrl}'`);
  const given = token.map((text) => {
    const [, name, value] = /^(\w+)=(.+)$/s.exec(text) ?? [];
    if (name === undefined) throw new Error(`--token must be NAME=VALUE, such as ana=eyJ…, got '${text}'`);
    return [name, value];
  });
  const api = new ApiDescription(await documentOf(baseUrl, openapi));
  const target = await runningTarget(baseUrl, COLLECTIONS);
  const issuer = target.local && api.hasTokens && {
    tokens: await callers(baseUrl),
    issueToken: (subject: string, claims: object) => issueToken(baseUrl, subject, claims),
  };
  return { ...target, ...issuer, api, disposable, tokens: { ...issuer && issuer.tokens, ...Object.fromEntries(given) } };
}

/** The cases that fit; says why others do not. */
function pick(wanted: readonly NamedCase[], target: Target, fixture: ApiDescription, print: Print): NamedCase[] {
  const reasons = wanted.map(({ case: one }) => misfit(one, target, fixture));
  const counts = new Map<string, number>();
  for (const reason of reasons) if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const left = [...counts].sort(([, a], [, b]) => b - a);
  if (left.length > 0) print(`${reasons.filter((reason) => reason !== undefined).length} cases do not fit the target:`);
  for (const [reason, count] of left) print(`${String(count).padStart(6)}  ${reason}`);
  return wanted.filter((_, place) => reasons[place] === undefined);
}

async function playEach(cases: readonly NamedCase[], target: Target, concurrency: number, print: Print): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  await playAll(cases, target, concurrency, (title, outcome) => {
    outcomes.push(outcome);
    if (outcome.failures.length > 0) print(describeFailure(title, outcome, target));
  });
  return outcomes;
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
