import { element } from '../dom.js';
import { counted, duration, statusTone, timeOfDay } from '../format.js';
import { callView } from './call.js';
import { capacityOf, targetOf } from './record.js';

/**
 * Everything that is known of one request.
 *
 * @typedef {import('./record.js').RequestRecord} RequestRecord
 * @param {RequestRecord} record @returns {Node[]}
 */
export function detailOf(record) {
  const heading = element('h2', 'detail-heading', element('span', 'method', record.method), ' ', element('span', 'path', targetOf(record)));
  heading.tabIndex = -1;
  const back = /** @type {HTMLAnchorElement} */ (element('a', 'back', 'All requests'));
  back.href = '#/requests';
  return [
    back,
    heading,
    ...(record.problem === undefined ? [] : [element('p', 'notice failed', record.problem)]),
    factsOf(record),
    element('h3', '', `DynamoDB: ${counted(record.calls.length, 'call')}, ${counted(capacityOf(record), 'capacity unit')}`),
    record.calls.length > 0 ? callList(record) : element('p', 'muted', noCallReason(record)),
  ];
}

/** @param {RequestRecord} record */
function factsOf(record) {
  const start = record.cold === undefined ? undefined : record.cold ? 'cold: a new process' : 'warm';
  /** @type {[name: string, value: Node | string | undefined, className?: string][]} */
  const facts = [
    ['Status', element('span', `status ${statusTone(record.status)}`, String(record.status))],
    ['Operation', record.operation],
    ['Time', duration(record.durationMs)],
    ['Start', start],
    ['At', timeOfDay(record.at)],
    ['Function', record.function, 'long'],
    ['Request id', element('code', '', record.requestId), 'long'],
  ];
  const known = facts.filter(([, value]) => value !== undefined);
  return element('dl', 'facts', ...known.map(([name, value, className = '']) => element('div', className, element('dt', '', name), element('dd', '', value ?? ''))));
}

/** @param {RequestRecord} record */
function callList(record) {
  const list = element('ol', 'calls', ...record.calls.map((call) => callView(call, record)));
  list.setAttribute('role', 'list'); // Safari takes the role from a list without markers
  return list;
}

/** @param {RequestRecord} record */
function noCallReason({ function: name, status }) {
  if (name === undefined) return 'The gateway answered by itself; no function was invoked.';
  return status >= 400 ? 'The request was refused before any call was made.' : 'The function made no call.';
}
