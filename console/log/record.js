/**
 * What the local cloud writes down of a request, and what follows from it.
 *
 * @typedef {{
 *   accessKeyId: string, action: string, input: unknown, allowed: boolean, denial?: string, error?: string,
 *   statusCode: number, capacityUnits: number, durationMs: number, at: number, missingStatement?: object,
 *   fault?: string,
 * }} DynamoDbCall
 *
 * @typedef {{
 *   requestId: string, at: number, method: string, path: string, query: string, status: number, durationMs: number,
 *   cold?: boolean, function?: string, operation?: string, problem?: string, calls: DynamoDbCall[],
 * }} RequestRecord
 */

/** As in the request line. @param {RequestRecord} record */
export function targetOf({ path, query }) {
  return query ? `${path}?${query}` : path;
}

/** @param {RequestRecord} record */
export function capacityOf({ calls }) {
  return calls.reduce((sum, { capacityUnits }) => sum + capacityUnits, 0);
}

/** @param {RequestRecord} record */
export function isDenied({ calls }) {
  return calls.some(({ allowed }) => !allowed);
}

/** How many calls met a fault that was asked for. @param {RequestRecord} record */
export function faultsOf({ calls }) {
  return calls.filter(({ fault }) => fault !== undefined).length;
}

/** @param {RequestRecord} record */
export function isProblem(record) {
  return record.status >= 400 || record.problem !== undefined || isDenied(record);
}

/** Whether each word is found somewhere in what one would look for. @param {RequestRecord} record @param {string} search */
export function isFound(record, search) {
  const calls = record.calls.flatMap(({ action, fault }) => [action, fault]);
  const texts = [record.method, targetOf(record), String(record.status), record.operation, record.function, record.requestId, ...calls];
  const text = texts.filter(Boolean).join(' ').toLowerCase();
  return search.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}
