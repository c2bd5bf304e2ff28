import { byId, element } from '../dom.js';
import { counted, duration, statusTone, timeOfDay, units } from '../format.js';
import { capacityOf, faultsOf, isDenied, targetOf } from './record.js';

/**
 * The list of requests. A row that is shown stays the same element, so that neither the focus nor a selection is lost when others arrive.
 *
 * @typedef {import('./record.js').RequestRecord} RequestRecord
 */
export function startTable() {
  const body = byId('rows');
  /** @type {Map<string, { row: HTMLElement, text: string }>} */
  const shown = new Map();

  body.addEventListener('keydown', moveWithArrows);
  body.addEventListener('click', ({ target }) => {
    const row = target instanceof Element && !target.closest('a') && target.closest('tr');
    const link = row && row.querySelector('a');
    if (link && getSelection()?.isCollapsed) link.click();
  });

  /** @param {RequestRecord[]} records @param {string | undefined} selected */
  return function update(records, selected) {
    const rows = records.map((record) => rowFor(record, shown));
    const isCurrent = body.childElementCount === rows.length && rows.every((row, position) => body.children[position] === row);
    if (!isCurrent) arrange(body, rows);
    const kept = new Set(records.map(({ requestId }) => requestId));
    for (const id of shown.keys()) if (!kept.has(id)) shown.delete(id);
    for (const link of body.querySelectorAll('a')) {
      if (selected !== undefined && link.hash === hashOf(selected)) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
}

/** @param {string} requestId */
export function hashOf(requestId) {
  return `#/requests/${requestId}`;
}

/** Puts the rows in order without moving those that are in place: an element that moves loses the focus. @param {HTMLElement} body @param {HTMLElement[]} rows */
function arrange(body, rows) {
  const wanted = new Set(rows);
  for (const child of [...body.children]) if (!wanted.has(/** @type {HTMLElement} */ (child))) child.remove();
  rows.forEach((row, position) => {
    if (body.children[position] !== row) body.insertBefore(row, body.children[position] ?? null);
  });
}

/** @param {RequestRecord} record @param {Map<string, { row: HTMLElement, text: string }>} shown */
function rowFor(record, shown) {
  const text = JSON.stringify(record);
  const known = shown.get(record.requestId);
  if (known?.text === text) return known.row;
  const row = known?.row ?? element('tr', '');
  const hadFocus = row.contains(document.activeElement);
  row.replaceChildren(...cellsOf(record));
  if (hadFocus) row.querySelector('a')?.focus();
  shown.set(record.requestId, { row, text });
  return row;
}

/** @param {RequestRecord} record */
function cellsOf(record) {
  const link = /** @type {HTMLAnchorElement} */ (element('a', 'request', element('span', 'method', record.method), ' ', element('span', 'path', targetOf(record))));
  link.href = hashOf(record.requestId);
  const request = element('th', '', link, ...badgesOf(record));
  /** @type {HTMLTableCellElement} */ (request).scope = 'row';
  return [
    request,
    element('td', '', element('span', `status ${statusTone(record.status)}`, String(record.status))),
    element('td', 'number', duration(record.durationMs)),
    element('td', 'number', String(record.calls.length)),
    element('td', 'number', units(capacityOf(record))),
    element('td', 'wide number muted', timeOfDay(record.at)),
  ];
}

/** @param {RequestRecord} record */
function badgesOf(record) {
  const denials = record.calls.filter(({ allowed }) => !allowed).length;
  const faults = faultsOf(record);
  return [
    ...(isDenied(record) ? [element('span', 'badge failed', `${counted(denials, 'call')} denied`)] : []),
    ...(faults > 0 ? [element('span', 'badge refused', counted(faults, 'fault'))] : []),
    ...(record.cold ? [element('span', 'badge cold', 'cold start')] : []),
  ];
}

/** Up and down walk through the requests and show each. @param {KeyboardEvent} event */
function moveWithArrows(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || !(event.target instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  const links = [.../** @type {HTMLElement} */ (event.currentTarget).querySelectorAll('a')];
  const next = links[links.indexOf(event.target) + step];
  if (!next) return;
  next.focus();
  location.replace(next.href); // walking fills no history
}
