import { consumedCapacity, Consumption, isReported, mergeConsumptions, ReturnConsumedCapacity, totalUnits } from '../capacity';
import { parseRequest, RequestShape } from '../requests/request';
import { Database } from '../storage/database';

/** Where and when an operation runs. */
export interface Context {
  readonly database: Database;
  readonly account: { readonly accountId: string; readonly region: string; readonly partition: string };
  /** Epoch milliseconds. */
  now(): number;
  /** Told of all capacity that is consumed, whether or not the request asks for it. */
  consume(units: number): void;
}

export interface Operation {
  run(input: unknown, context: Context): object;
}

export function operation<T>(shape: RequestShape, run: (request: T, context: Context) => object): Operation {
  return { run: (input, context) => run(parseRequest<T>(input, shape), context) };
}

/** Meters what was consumed and says so in the answer, if asked to. */
export function reportConsumption(
  context: Context, mode: ReturnConsumedCapacity | undefined, consumption: Consumption,
): { ConsumedCapacity?: object } {
  context.consume(totalUnits(consumption));
  return isReported(mode) ? { ConsumedCapacity: consumedCapacity(consumption, mode) } : {};
}

/** The same for operations on several items: one report a table. */
export function reportConsumptions(
  context: Context, mode: ReturnConsumedCapacity | undefined, consumptions: readonly Consumption[], kind?: 'Read' | 'Write',
): { ConsumedCapacity?: object[] } {
  consumptions.forEach((consumption) => context.consume(totalUnits(consumption)));
  if (!isReported(mode)) return {};
  return { ConsumedCapacity: mergeConsumptions(consumptions).map((consumption) => consumedCapacity(consumption, mode, kind)) };
}
