import { byId, element } from './dom.js';
import { detailOf } from './log/detail.js';
import { followRequests, readRequest } from './log/feed.js';
import { isFound, isProblem } from './log/record.js';
import { startTable } from './log/table.js';

/**
 * The log of requests: the list, and what the chosen one did. Which one that is lives in the address: `#/requests/ID`.
 *
 * @typedef {import('./log/record.js').RequestRecord} RequestRecord
 */

const STATES = { live: 'Live', paused: 'Paused', unreachable: 'The local cloud does not answer. Has it been stopped?' };
const search = /** @type {HTMLInputElement} */ (byId('search'));
const problems = /** @type {HTMLInputElement} */ (byId('problems'));
const pause = byId('pause');
const updateTable = startTable();

/** @type {RequestRecord[]} */
let records = [];
/** Requests that were there when the list was cleared. @type {Set<string>} */
let cleared = new Set();
let shownDetail = '';

const feed = followRequests({ onRecords: show, onState: showState });
search.addEventListener('input', render);
problems.addEventListener('change', render);
byId('clear').addEventListener('click', () => { cleared = new Set(records.map(({ requestId }) => requestId)); render(); });
pause.addEventListener('click', () => {
  const isPaused = pause.getAttribute('aria-pressed') !== 'true';
  pause.setAttribute('aria-pressed', String(isPaused));
  feed.pause(isPaused);
});
byId('log').addEventListener('submit', (event) => event.preventDefault());
addEventListener('hashchange', async ({ oldURL }) => {
  render();
  await showDetail();
  keepFocus(new URL(oldURL).hash);
});
showDetail();

/** @param {RequestRecord[]} latest */
function show(latest) {
  records = latest;
  render();
  const chosen = chosenRecord();
  if (chosen) fillDetail(chosen);
}

function render() {
  const present = records.filter(({ requestId }) => !cleared.has(requestId));
  const visible = present.filter((record) => isFound(record, search.value.trim()) && (!problems.checked || isProblem(record)));
  updateTable(visible, chosenId());
  byId('table').hidden = visible.length === 0;
  showEmpty(visible.length === 0, present.length === 0);
}

/** @param {boolean} isEmpty @param {boolean} isSilent whether there is nothing at all */
function showEmpty(isEmpty, isSilent) {
  const box = byId('empty');
  box.hidden = !isEmpty;
  box.replaceChildren(
    element('p', 'empty-title', isSilent ? 'No requests yet' : 'No request matches'),
    element('p', 'empty-hint', isSilent ? 'Call the API or use a page: what happens is shown here.' : 'Change the filter to see the others.'),
  );
}

async function showDetail() {
  const id = chosenId();
  byId('log').classList.toggle('has-choice', id !== undefined);
  if (id === undefined) return;
  const record = chosenRecord() ?? await readRequest(id);
  if (chosenId() !== id) return;
  if (record) fillDetail(record);
  else byId('detail').replaceChildren(element('p', 'empty', 'This request is no longer in the log.'));
}

/** On a small screen the list and the chosen request take turns; the focus goes with them. @param {string} lastHash */
function keepFocus(lastHash) {
  const { activeElement } = document;
  if (activeElement !== document.body && activeElement?.checkVisibility()) return;
  const next = chosenId() === undefined ? byId('rows').querySelector(`a[href="${CSS.escape(lastHash)}"]`) : byId('detail').querySelector('h2');
  /** @type {HTMLElement | null} */ (next)?.focus();
}

/** Rebuilt only if something changed, so that what was unfolded stays so. @param {RequestRecord} record */
function fillDetail(record) {
  const text = JSON.stringify(record);
  if (text === shownDetail) return;
  shownDetail = text;
  byId('detail').replaceChildren(...detailOf(record));
}

/** Request ids are letters, digits, hyphens and underscores: nothing in them is encoded. */
function chosenId() {
  return /^#\/requests\/([\w-]+=*)$/.exec(location.hash)?.[1];
}

function chosenRecord() {
  return records.find(({ requestId }) => requestId === chosenId());
}

/** @param {keyof typeof STATES} state */
function showState(state) {
  const text = byId('state');
  if (text.dataset.state === state) return; // said once, not with every look
  text.dataset.state = state;
  text.textContent = STATES[state];
}
