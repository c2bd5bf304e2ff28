import { Problem, Unreachable } from './problem.js';

/**
 * A todo as the API answers it; an absent field has no value.
 *
 * @typedef {{
 *   id: string, createdAt: string, updatedAt: string, version: number,
 *   title: string, description?: string, completed: boolean, priority?: number, dueDate?: string, tags?: string[],
 * }} Todo
 * @typedef {{ todo: Todo, etag: string | null }} Tagged
 */

/** The page and its API share one origin, on AWS (CloudFront) as locally. */
const COLLECTION = '/todos';
const PAGE_SIZE = 25;
/** API Gateway ends a request after 30 s: an answer that comes later is none. */
const TIMEOUT_MS = 30_000;
/** Browsers refuse `keepalive` beyond 64 KiB in flight; this leaves room for several writes. */
const KEEPALIVE_CHARACTERS = 8_000;

/** Writes that are on their way. @type {Set<Promise<unknown>>} */
const writes = new Set();

/**
 * One page, newest first. It is read strongly and after the writes that are on their way, so that it shows them.
 *
 * @param {{ completed?: boolean, cursor?: string, signal?: AbortSignal }} options
 * @returns {Promise<{ items: Todo[], nextCursor?: string }>}
 */
export async function list({ completed, cursor, signal }) {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE), order: 'desc', consistent: 'true' });
  if (completed !== undefined) query.set('completed', String(completed));
  if (cursor !== undefined) query.set('cursor', cursor);
  await Promise.allSettled(writes);
  const { body } = await send('GET', `${COLLECTION}?${query}`, { signal });
  return body;
}

/** @param {string} id @returns {Promise<Tagged>} */
export async function get(id) {
  return tagged(await send('GET', pathOf(id)));
}

/** @param {object} todo @returns {Promise<Tagged>} */
export async function create(todo) {
  return tagged(await write('POST', COLLECTION, { type: 'application/json', content: todo }));
}

/**
 * Applies a merge patch (RFC 7396): `null` removes a field.
 *
 * @param {string} id @param {object} patch
 * @param {string} [etag] the version that the patch was made for; another one is a problem with status 412
 * @returns {Promise<Tagged>}
 */
export async function update(id, patch, etag) {
  return tagged(await write('PATCH', pathOf(id), { type: 'application/merge-patch+json', content: patch, etag }));
}

/** @param {string} id */
export async function remove(id) {
  await write('DELETE', pathOf(id));
}

/** @param {string} id */
function pathOf(id) {
  return `${COLLECTION}/${encodeURIComponent(id)}`;
}

/** @param {{ body: Todo, etag: string | null }} answer @returns {Tagged} */
function tagged({ body, etag }) {
  return { todo: body, etag };
}

/** @typedef {{ type?: string, content?: object, etag?: string, signal?: AbortSignal }} SendOptions */

/** @param {string} method @param {string} path @param {SendOptions} [options] */
async function write(method, path, options) {
  const sent = send(method, path, options);
  writes.add(sent);
  return sent.finally(() => writes.delete(sent));
}

/** @param {string} method @param {string} path @param {SendOptions} [options] */
async function send(method, path, { type, content, etag, signal } = {}) {
  const headers = new Headers({ Accept: 'application/json, application/problem+json' });
  if (type) headers.set('Content-Type', type);
  if (etag) headers.set('If-Match', etag);
  const text = content && JSON.stringify(content);
  // a write that has begun is finished even if the page is left
  const keepalive = method !== 'GET' && (text ?? '').length < KEEPALIVE_CHARACTERS;
  const ends = AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(signal ? [signal] : [])]);
  const unreachable = (/** @type {unknown} */ error) => { throw signal?.aborted ? error : new Unreachable(error); };

  const response = await fetch(path, { method, headers, body: text, keepalive, signal: ends }).catch(unreachable);
  const body = parsed(await response.text().catch(unreachable));
  if (!response.ok) throw new Problem(response, body ?? {});
  if (body === undefined && response.status !== 204) throw new Problem(response, { detail: 'the answer is not JSON' });
  return { body, etag: response.headers.get('ETag') };
}

/** What stands between the page and the API may answer with a page of its own. @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
