import { METRICS } from '../../model';
import { Usage } from '../store/execute';

/** What is told of a request: nothing that a client has sent, so nothing personal and nothing that could forge a line. */
export interface LogEntry {
  readonly entity: string;
  readonly operation: string;
  readonly status: number;
  readonly code?: string;
  readonly requestId: string;
  readonly traceId?: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** In milliseconds. */
  readonly latency: number;
  readonly cold: boolean;
  readonly usage: Usage;
  /** A defect or a wrong set-up. */
  readonly error?: unknown;
}

const METRIC_UNITS = [
  { Name: METRICS.latency, Unit: 'Milliseconds' },
  { Name: METRICS.clientErrors, Unit: 'Count' },
  { Name: METRICS.serverErrors, Unit: 'Count' },
  { Name: METRICS.capacityUnits, Unit: 'Count' },
];

/**
 * One line of JSON, which CloudWatch reads as metrics too.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function logLine({ entity, operation, status, code, requestId, traceId, at, latency, cold, usage, error }: LogEntry): string {
  const isServerError = status >= 500 || error !== undefined;
  return JSON.stringify({
    level: isServerError ? 'ERROR' : 'INFO',
    timestamp: new Date(at).toISOString(),
    requestId,
    traceId,
    status,
    code,
    cold,
    calls: usage.calls,
    attempts: usage.attempts,
    error: error === undefined ? undefined : describe(error),
    Entity: entity,
    Operation: operation,
    [METRICS.latency]: latency,
    [METRICS.clientErrors]: Number(status >= 400 && status < 500),
    [METRICS.serverErrors]: Number(isServerError),
    [METRICS.capacityUnits]: usage.capacityUnits,
    _aws: { Timestamp: at, CloudWatchMetrics: [{ Namespace: METRICS.namespace, Dimensions: [METRICS.dimensions], Metrics: METRIC_UNITS }] },
  });
}

/** Of a store's error the name alone, since its text can hold values of the item. */
function describe(error: unknown): object {
  const { name, message, stack, statusCode, requestId } = error as Error & { statusCode?: number; requestId?: string };
  return statusCode === undefined ? { name, message, stack } : { name, statusCode, requestId };
}
