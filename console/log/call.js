import { element } from '../dom.js';
import { counted, duration } from '../format.js';

/**
 * One call to DynamoDB: what was asked, what it cost, and whether the role in the template allows it.
 *
 * @param {import('./record.js').DynamoDbCall} call
 * @param {import('./record.js').RequestRecord} record
 */
export function callView(call, record) {
  return element('li', 'call',
    element('div', 'call-head',
      element('strong', 'action', call.action),
      element('span', 'call-cost', `${counted(call.capacityUnits, 'unit')}, ${duration(call.durationMs)}`),
      element('span', 'table-name', tableOf(call.input))),
    span(call, record),
    ...(call.fault === undefined ? [] : [element('p', 'decision refused', `Chaos: the call met the fault ${call.fault}`)]),
    element('p', call.allowed ? 'decision' : 'decision failed', decision(call)),
    ...(call.error === undefined || !call.allowed ? [] : [element('p', 'decision refused', `DynamoDB answered ${call.statusCode} ${call.error}`)]),
    ...(call.missingStatement === undefined ? [] : [jsonView('Statement that would allow it', call.missingStatement)]),
    jsonView('Input', call.input));
}

/** @param {import('./record.js').DynamoDbCall} call */
function decision({ allowed, denial, action }) {
  return allowed ? `IAM: dynamodb:${action} allowed by the function's role` : `IAM: denied. ${denial ?? 'No statement of the role allows it.'}`;
}

/** Where in the request's time the call lies. @param {import('./record.js').DynamoDbCall} call @param {import('./record.js').RequestRecord} record */
function span(call, { at: start, durationMs: total }) {
  const bar = element('div', 'span-bar');
  const from = Math.min(Math.max((call.at - start) / total, 0), 1);
  const share = Math.min(call.durationMs / total, 1 - from);
  bar.style.marginInlineStart = `${from * 100}%`;
  bar.style.width = `${Math.max(share * 100, 1)}%`;
  const track = element('div', 'span-track', bar);
  track.setAttribute('aria-hidden', 'true'); // the numbers say it
  return track;
}

/** @param {string} name @param {unknown} value */
function jsonView(name, value) {
  const text = element('pre', '', JSON.stringify(value, undefined, 2));
  text.tabIndex = 0; // what scrolls can be reached by keyboard
  text.setAttribute('role', 'group');
  text.setAttribute('aria-label', `${name}, as JSON`);
  return element('details', '', element('summary', '', name), text);
}

/** @param {unknown} input */
function tableOf(input) {
  const { TableName: table, IndexName: index } = /** @type {{ TableName?: string, IndexName?: string }} */ (input ?? {});
  return [table, index].filter(Boolean).join(', index ');
}
