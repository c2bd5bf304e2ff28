import { fingerprint, Model, routesOf, Validator } from '../model';
import { Answer, jsonAnswer } from './answer/answer';
import { logLine } from './answer/log';
import { visibleFields } from './answer/present';
import { Problem } from './answer/problem';
import { internal } from './answer/problems';
import { respond } from './answer/respond';
import { IdGenerator, RandomBytes } from './item/generate-id';
import { OPERATIONS } from './operations';
import { Api } from './operations/asked';
import { ask } from './request/ask';
import { decodeEvent, HostEvent } from './request/decode-event';
import { HttpRequest } from './request/http-request';
import { parseApiRoutes, Target, targetOf } from './request/route';
import { Send, Usage } from './store/execute';
import { run } from './store/run';

/** Everything that a function is made of, and its outside world. */
export interface HandlerParts {
  readonly model: Model;
  readonly validator: Validator;
  readonly tableName: string;
  /** See `ENVIRONMENT.recordTableName`. */
  readonly recordTableName?: string;
  /** See `ENVIRONMENT.parentTableName`. */
  readonly parentTableName?: string;
  /** See `ENVIRONMENT.apiRoutes`. */
  readonly apiRoutes?: string;
  readonly send: Send;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly random: RandomBytes;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly write: (line: string) => void;
}

export interface InvocationContext {
  getRemainingTimeInMillis(): number;
}

export type Handler = (event: HostEvent, context: InvocationContext) => Promise<Answer>;

/** Left for the answer when the store is slow. */
const RESERVE = 500;
const MARK_BYTES = 6;

/** The function: a request goes through the steps, and whatever comes of it is an answer and a line in the log. */
export function createHandler(parts: HandlerParts): Handler {
  const { model, validator, tableName, recordTableName = tableName, parentTableName, clock, random, write } = parts;
  const api: Api = {
    model, validator, tableName, recordTableName, parentTableName, fingerprint: fingerprint(model), visibleFields: visibleFields(model),
  };
  const routes = routesOf(model);
  const apiRoutes = parts.apiRoutes ? parseApiRoutes(parts.apiRoutes) : routes;
  const ids = new IdGenerator(random);
  let cold = true;

  return async (event, context) => {
    const at = clock();
    const usage: Usage = { calls: 0, attempts: 0, capacityUnits: 0 };
    const request = decodeEvent(event);
    const told = { operation: 'none', code: undefined as string | undefined, error: undefined as unknown };

    const operate = async (target: Target): Promise<Answer> => {
      const { operation } = target.route;
      told.operation = operation;
      const asked = ask(api, request, target, {
        now: at,
        elapsed: () => clock() - at,
        mark: Buffer.from(random(MARK_BYTES)).toString('hex'),
        newId: () => ids.next(at, shardFor(model, fraction(random))),
      });
      const store = { ...parts, remaining: () => context.getRemainingTimeInMillis() - RESERVE, usage, random: () => fraction(random) };
      const outcome = await run(OPERATIONS[operation]!(asked), store);
      if (outcome.kind === 'value') told.error = outcome.error;
      return respond(asked, outcome);
    };

    let answer: Answer;
    try {
      const target = targetOf(request, routes, apiRoutes);
      answer = 'allow' in target ? { statusCode: 204, headers: { Allow: target.allow } } : await operate(target);
    } catch (error) {
      const problem = error instanceof Problem ? error : internal();
      if (problem !== error) told.error = error;
      told.code = problem.code;
      answer = jsonAnswer(problem.status, problem.body(request.requestId), problem.headers, 'application/problem+json');
    }
    const { requestId } = request;
    const status = answer.statusCode;
    write(logLine({ ...told, entity: model.entity.name, status, requestId, traceId: traceId(), at, latency: clock() - at, cold, usage }));
    cold = false;
    return finished(answer, request);
  };
}

/** Headers that every answer has; HEAD has those of GET, and no body. */
function finished({ statusCode, headers, body }: Answer, { method, requestId }: HttpRequest): Answer {
  return {
    statusCode,
    headers: { ...headers, 'X-Request-Id': requestId, 'X-Content-Type-Options': 'nosniff' },
    ...(method !== 'HEAD' && body !== undefined && { body }),
  };
}

/** Lambda sets it anew for each invocation. */
function traceId(): string | undefined {
  return /^Root=([\w-]+)/.exec(process.env._X_AMZN_TRACE_ID ?? '')?.[1];
}

function fraction(random: RandomBytes): number {
  return random(1)[0] / 256;
}

/** New items are spread over the shards that all functions know by now. */
function shardFor({ scope }: Model, chance: number): number {
  return scope.kind === 'collection' ? Math.floor(chance * scope.writeShards) : 0;
}
