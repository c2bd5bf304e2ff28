import { randomUUID } from 'node:crypto';
import { ExpectedCall } from './calls';
import { Captures, isPlainObject, resolve } from './captures';
import { Case, Exchange } from './case';
import { comparableBytes } from './comparable-bytes';
import { undocumented } from './documented';
import { Answer, exchange } from './http';
import { brokenInvariants } from './invariants';
import { compare, Derived, Expected, Mismatch, show } from './matchers';
import { isOmitted, normalisedInput, RecordedCall } from './recorded-call';
import { post, RequestSpec } from './requests';
import { rawExchange } from './socket';
import { Target } from './target';

/** How a case went. */
export interface Outcome {
  readonly case: Case;
  /** Every difference between what is expected and what came; none: passed. */
  readonly failures: readonly string[];
  /** Every request that was sent, in order, as it was sent. */
  readonly sent: readonly RequestSpec[];
  /** Whether the calls of every exchange could be read and were compared. */
  readonly assertedCalls: boolean;
}

/** Requests come from a page of another origin, so that every answer must be one that the page may read. */
export const ORIGIN = 'https://page.example';

/** Plays one case: its items, its requests, its expectations. Never throws. */
export async function play(played: Case, target: Target): Promise<Outcome> {
  const player = new Player(played, target);
  try {
    await player.run();
  } catch (error) {
    player.failures.push(error instanceof Error ? error.message : String(error));
  }
  return { case: played, failures: player.failures, sent: player.sent, assertedCalls: player.assertedCalls };
}

class Player {
  readonly failures: string[] = [];
  readonly sent: RequestSpec[] = [];
  assertedCalls = true;
  private captures: Captures;
  private readonly kept = new Map<string, string>();
  private readonly baseUrl: string;
  private readonly collection: string;

  constructor(private readonly played: Case, private readonly target: Target) {
    this.collection = played.collection ?? '/todos';
    this.baseUrl = target.collections[this.collection];
    this.captures = { host: new URL(this.baseUrl).host, unique: randomUUID(), tokens: target.tokens };
  }

  async run(): Promise<void> {
    await this.meetNewCallers();
    await this.putRows();
    for (const [name, item] of Object.entries(this.played.given ?? {})) this.capture(name, await this.prepare(post(this.collection, item)));
    for (const request of this.played.before ?? []) await this.prepare(request);
    const exchanges = [this.played, ...(this.played.after ?? [])];
    for (const [position, expected] of exchanges.entries()) {
      const before = this.failures.length;
      await this.exchange(expected);
      if (exchanges.length > 1 && this.failures.length > before) this.failures.splice(before, 0, `in exchange ${position + 1} of ${exchanges.length}:`);
    }
  }

  private async meetNewCallers(): Promise<void> {
    const tokens = { ...this.target.tokens };
    for (const name of this.played.newCallers ?? []) {
      const subject = `${name}-${String(this.captures.unique)}`;
      tokens[name] = await this.target.issueToken!(subject, { team: subject });
    }
    this.captures = { ...this.captures, tokens };
  }

  private async putRows(): Promise<void> {
    const rows = Object.entries(this.played.stored ?? {});
    for (const [name, row] of rows) {
      // UUIDv7 of the first shard, as the API makes them
      const key = randomUUID().replace(/^(.{14}).(.*)..$/, '$17$200');
      this.captures = { ...this.captures, [name]: { key } };
      await this.target.putRow!(this.collection, resolve(row, { ...this.captures, key }));
    }
  }

  /** A request that only prepares the ground: it must succeed. */
  private async prepare(request: RequestSpec): Promise<Answer> {
    const answer = await this.send(request);
    if (answer.status >= 300) throw new Error(`could not prepare the case: status ${answer.status}, ${answer.body.toString()}`);
    return answer;
  }

  private async exchange(expected: Exchange): Promise<void> {
    const answer = await this.send(expected.request);
    if (expected.as) this.capture(expected.as, answer);
    const note = (mismatches: Mismatch[]) => this.failures.push(...mismatches.map(({ path, expected: wanted, actual }) => `${path}: expected ${wanted}, got ${actual}`));
    note(compare(expected.status, answer.status, this.captures, 'status'));
    for (const [name, value] of Object.entries(expected.headers ?? {})) {
      note(compare(value, answer.headers[name.toLowerCase()], this.captures, `header ${name}`));
    }
    note(this.compareBody(expected.body, answer));
    this.failures.push(...this.compareBytes(expected, answer));
    if (!this.played.transport) this.failures.push(...brokenInvariants(this.sent.at(-1)!, answer, expected.byHost));
    await this.compareCalls(expected, answer);
  }

  private compareBody(expected: Expected, answer: Answer): Mismatch[] {
    const text = answer.body.toString();
    if (this.played.transport && expected === undefined) return [];
    if (expected === undefined) return text === '' ? [] : [{ path: 'body', expected: 'none', actual: show(text) }];
    return compare(expected, json(text), this.captures, 'body');
  }

  private compareBytes({ as, sameAs }: Exchange, answer: Answer): string[] {
    const bytes = comparableBytes(answer);
    if (as !== undefined) this.kept.set(as, bytes);
    if (sameAs === undefined || this.kept.get(sameAs) === bytes) return [];
    const [lines, wanted] = [bytes, this.kept.get(sameAs) ?? ''].map((text) => text.split('\n'));
    const at = lines.findIndex((line, place) => line !== wanted[place]);
    return [`the answer is not byte by byte that of '${sameAs}': expected ${show(wanted[at])}, got ${show(lines[at])}`];
  }

  private async compareCalls({ calls, callsAtOnce }: Exchange, answer: Answer): Promise<void> {
    const requestId = answer.headers['x-request-id'] ?? answer.headers['apigw-requestid'];
    if (!this.target.callsOf || requestId === undefined) {
      this.assertedCalls = false;
      return;
    }
    if (calls instanceof Derived) {
      const some = await this.target.callsOf(this.collection, requestId, 1);
      this.failures.push(...compare(calls, some, this.captures, 'calls').map(({ expected: what, actual }) => `calls: expected ${what}, got ${actual}`));
      return;
    }
    const recorded = [...await this.target.callsOf(this.collection, requestId, calls.length)];
    if (recorded.length !== calls.length) {
      this.failures.push(`calls: expected ${names(calls)}, got ${names(recorded)}`);
      return;
    }
    for (const [position, expected] of calls.entries()) {
      const path = `calls/${position + 1}`;
      const equal = callsAtOnce ? recorded.findIndex((call) => this.differences(expected, call, path).length === 0) : 0;
      this.failures.push(...this.differences(expected, recorded.splice(Math.max(equal, 0), 1)[0], path));
    }
  }

  private differences({ action, input, error, allowed = true, units }: ExpectedCall, recorded: RecordedCall, path: string): string[] {
    const actual = { action: recorded.action, input: normalisedInput(recorded.input), error: recorded.error, allowed: recorded.allowed };
    const wanted = { action, input: isOmitted(actual.input) ? actual.input : input, error, allowed };
    const mismatches = compare(wanted, actual, this.captures, path);
    if (units !== undefined) mismatches.push(...compare(units, recorded.capacityUnits, this.captures, `${path}/capacityUnits`));
    return mismatches.map(({ path: place, expected: what, actual: got }) => `${place}: expected ${what}, got ${got}`);
  }

  private async send(request: RequestSpec): Promise<Answer> {
    const resolved = withReferences(request, this.played.caller, this.captures);
    this.sent.push(resolved);
    const answer = await ('raw' in resolved ? rawExchange(this.baseUrl, resolved) : exchange(this.baseUrl, resolved));
    // no document can say what rows may hold that came past the API
    if (!this.played.stored) this.failures.push(...await undocumented(this.target, resolved, answer));
    return answer;
  }

  private capture(name: string, answer: Answer): void {
    const item = json(answer.body.toString());
    const { etag, location, link } = answer.headers;
    this.captures = {
      ...this.captures,
      [name]: {
        ...(isPlainObject(item) && item),
        item,
        etag,
        location,
        life: /-([\w-]{6})-[\da-f]{8}"$/.exec(etag)?.[1],
        etagOfAnotherSchema: etag?.replace(/[\da-f]{8}"$/, '00000000"'),
        etagOfLaterVersion: etag?.replace(/^"\d+/, '"999'),
        next: /^<([^>]*)>; rel="next"$/.exec(link)?.[1],
      },
    };
  }
}

/** Bytes are sent as they are; everything else may hold references. */
function withReferences(request: RequestSpec, caller: string | undefined, captures: Captures): RequestSpec {
  if ('raw' in request) return resolve(request, captures);
  const headers = { Origin: ORIGIN, ...(caller && { Authorization: `Bearer {tokens.${caller}}` }), ...request.headers };
  return resolve({ ...request, headers }, captures);
}

function json(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

function names(calls: readonly { readonly action: string }[]): string {
  return calls.length === 0 ? 'none' : calls.map(({ action }) => action).join(', ');
}
