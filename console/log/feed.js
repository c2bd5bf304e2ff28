/**
 * The requests as the local cloud logs them, newest first.
 *
 * @typedef {import('./record.js').RequestRecord} RequestRecord
 */

const LOG = '/_console/requests';
const EVENTS = '/_console/events';
/** As many as the local cloud keeps. */
const KEPT = 500;

/**
 * Reads the log and follows it as it grows, by server-sent events.
 *
 * @param {{ onRecords: (records: RequestRecord[]) => void, onState: (state: 'live' | 'paused' | 'unreachable') => void }} listener
 */
export function followRequests({ onRecords, onState }) {
  /** @type {RequestRecord[]} */
  let records = [];
  let isPaused = false;
  const events = new EventSource(EVENTS);

  // the browser connects again by itself; what was logged meanwhile is in the list
  events.addEventListener('open', async () => {
    records = await readLog().catch(() => records);
    tell();
  });
  events.addEventListener('error', tell);
  events.addEventListener('request', ({ data }) => {
    records = withRecord(records, JSON.parse(data));
    tell();
  });

  function tell() {
    if (events.readyState !== EventSource.OPEN) return onState('unreachable');
    onState(isPaused ? 'paused' : 'live');
    if (!isPaused) onRecords(records);
  }

  return {
    /** @param {boolean} paused */
    pause(paused) {
      isPaused = paused;
      tell();
    },
  };
}

/** A record comes again if a call of it was late. @param {RequestRecord[]} records @param {RequestRecord} record */
function withRecord(records, record) {
  const position = records.findIndex(({ requestId }) => requestId === record.requestId);
  return position === -1 ? [record, ...records].slice(0, KEPT) : records.with(position, record);
}

/** @returns {Promise<RequestRecord[]>} */
async function readLog() {
  const response = await fetch(LOG);
  if (!response.ok) throw new Error(`the log answered ${response.status}`);
  return response.json();
}

/** One request, also if it is no longer in the list. @param {string} requestId @returns {Promise<RequestRecord | undefined>} */
export async function readRequest(requestId) {
  const response = await fetch(`${LOG}/${encodeURIComponent(requestId)}`).catch(() => undefined);
  return response?.ok ? response.json() : undefined;
}
