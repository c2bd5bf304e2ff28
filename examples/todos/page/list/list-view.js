import { explain } from '../api/problem.js';
import { announce, byId, part } from '../dom.js';
import { clearMessage, showMessage } from '../message.js';
import { openPages } from './pages.js';
import { createRow } from './row.js';

/**
 * The list of one filter, page by page.
 *
 * What a person touches stays until the view is changed: a todo that is ticked under "Open" is not taken away under the
 * pointer, and a row with unsaved text is carried into the next view.
 *
 * @typedef {import('../api/todos.js').Todo} Todo
 */
export function startList() {
  const rows = byId('rows');
  const more = byId('more');
  const slot = byId('list-message');
  /** @type {ReturnType<typeof createRow>[]} */
  let shown = [];
  /** Added since the view was asked for: its first page may have been read before. @type {typeof shown} */
  let arrived = [];
  /** @type {ReturnType<typeof openPages>} */
  let pages;
  /** @type {import('../filter.js').Filter} */
  let filter;
  let retry = () => {};

  more.addEventListener('click', () => load(false));
  addEventListener('online', () => retry());
  addEventListener('beforeunload', (event) => { if (shown.some((row) => row.isUnsaved())) event.preventDefault(); });

  /** @param {import('../filter.js').Filter} next */
  function show(next) {
    pages?.close();
    filter = next;
    arrived = [];
    pages = openPages(filter);
    byId('list-heading').textContent = filter.heading;
    return load(true);
  }

  /** @param {boolean} isFirst whether these todos take the place of those shown */
  async function load(isFirst) {
    const asked = pages;
    if (!isFirst && rows.ariaBusy === 'true') return;
    retry = () => {};
    clearMessage(slot);
    rows.ariaBusy = 'true';
    more.ariaBusy = String(!isFirst);
    try {
      const todos = await asked.next();
      if (asked !== pages) return;
      if (isFirst) clear();
      append(todos, !isFirst);
    } catch (error) {
      if (asked !== pages) return;
      if (isFirst) clear();
      retry = () => load(isFirst);
      showMessage(slot, { text: explain(error), actions: [{ label: 'Try again', run: () => retry() }] });
    }
    rows.ariaBusy = 'false';
    more.ariaBusy = 'false';
    settle();
  }

  function clear() {
    shown = shown.filter((row) => row.isUnsaved() || arrived.includes(row));
    rows.replaceChildren(...shown.map(({ row }) => row));
  }

  /** @param {Todo[]} todos @param {boolean} focus whether to go to the first of them */
  function append(todos, focus) {
    const present = new Set(shown.map((row) => row.id()));
    const added = todos.filter(({ id }) => !present.has(id)).map((todo) => createRow(todo, forget));
    shown.push(...added);
    rows.append(...added.map(({ row }) => row));
    if (focus && added.length > 0) part(added[0].row, 'tick').focus();
    announce(`${filter.heading}: ${shown.length} shown${pages.hasMore() ? ', more to load' : ''}`);
  }

  /** @param {Todo} todo */
  function prepend(todo) {
    const added = createRow(todo, forget);
    added.row.classList.add('is-new');
    shown.unshift(added);
    arrived.push(added);
    rows.prepend(added.row);
    settle();
  }

  /** Takes a row away; the focus goes to its neighbour. @param {HTMLElement} row */
  function forget(row) {
    const neighbour = row.nextElementSibling ?? row.previousElementSibling;
    const hadFocus = row.contains(document.activeElement);
    shown = shown.filter((other) => other.row !== row);
    row.remove();
    settle();
    if (!hadFocus) return;
    const target = /** @type {HTMLElement | null | undefined} */ (neighbour?.querySelector('input, button'));
    (target ?? byId('list-heading')).focus();
  }

  /** Shows what fits the rows that there are. */
  function settle() {
    const isFailed = slot.hasChildNodes();
    byId('skeleton').hidden = true;
    rows.hidden = shown.length === 0;
    more.hidden = isFailed || !pages.hasMore();
    const empty = byId('empty');
    empty.hidden = isFailed || shown.length > 0 || pages.hasMore();
    /** @type {HTMLElement} */ (empty.querySelector('.empty-title')).textContent = filter.emptyTitle;
    /** @type {HTMLElement} */ (empty.querySelector('.empty-hint')).textContent = filter.emptyHint;
  }

  return { show, prepend };
}
