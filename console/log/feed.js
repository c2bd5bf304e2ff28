/**
 * The requests as the local cloud logs them, newest first, asked for again and again while someone looks.
 *
 * @typedef {import('./record.js').RequestRecord} RequestRecord
 */

const LOG = '/_console/requests';
const PAUSE_MS = 700;

/**
 * @param {{ onRecords: (records: RequestRecord[]) => void, onState: (state: 'live' | 'paused' | 'unreachable') => void }} listener
 */
export function followRequests({ onRecords, onState }) {
  let isPaused = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  async function poll() {
    clearTimeout(timer);
    if (isPaused) return onState('paused');
    const records = await readLog().catch(() => undefined);
    if (isPaused) return;
    onState(records ? 'live' : 'unreachable');
    if (records) onRecords(records);
    // a page in the background costs nothing; it catches up when it is seen again
    if (!document.hidden) timer = setTimeout(poll, PAUSE_MS);
  }

  document.addEventListener('visibilitychange', () => { if (!document.hidden) poll(); });
  poll();

  return {
    /** @param {boolean} paused */
    pause(paused) {
      isPaused = paused;
      poll();
    },
  };
}

/** @returns {Promise<RequestRecord[]>} */
async function readLog() {
  const response = await fetch(LOG, { cache: 'no-cache' }); // with an ETag, an unchanged log is not sent again
  if (!response.ok) throw new Error(`the log answered ${response.status}`);
  return response.json();
}

/** One request, also if it is no longer in the list. @param {string} requestId @returns {Promise<RequestRecord | undefined>} */
export async function readRequest(requestId) {
  const response = await fetch(`${LOG}/${encodeURIComponent(requestId)}`, { cache: 'no-cache' }).catch(() => undefined);
  return response?.ok ? response.json() : undefined;
}
