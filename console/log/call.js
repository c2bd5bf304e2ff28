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
      element('span', 'table-name', tableOf(call.input)),
      element('span', 'call-cost', `${counted(call.capacityUnits, 'unit')}, ${duration(call.durationMs)}`)),
    ...(record.at === undefined ? [] : [span(call, record.at, record.durationMs)]),
    element('p', call.allowed ? 'decision' : 'decision failed', decision(call)),
    ...(call.error === undefined ? [] : [element('p', 'decision refused', `DynamoDB answered ${call.statusCode} ${call.error}`)]),
    inputView(call.input));
}

/** @param {import('./record.js').DynamoDbCall} call */
function decision({ allowed, denial, action }) {
  return allowed ? `IAM: dynamodb:${action} allowed by the function's role` : `IAM: denied. ${denial ?? 'No statement of the role allows it.'}`;
}

/** Where in the request's time the call lies. @param {import('./record.js').DynamoDbCall} call @param {number} start @param {number} total */
function span(call, start, total) {
  const bar = element('div', 'span-bar');
  const from = Math.min(Math.max((call.at - start) / total, 0), 1);
  const share = Math.min(call.durationMs / total, 1 - from);
  bar.style.marginInlineStart = `${from * 100}%`;
  bar.style.width = `${Math.max(share * 100, 1)}%`;
  const track = element('div', 'span-track', bar);
  track.setAttribute('aria-hidden', 'true'); // the numbers say it
  return track;
}

/** @param {unknown} input */
function inputView(input) {
  const text = element('pre', '', JSON.stringify(input, undefined, 2));
  text.tabIndex = 0; // what scrolls can be reached by keyboard
  text.setAttribute('aria-label', 'Input of the call');
  text.setAttribute('role', 'group');
  return element('details', '', element('summary', '', 'Input'), text);
}

/** @param {unknown} input */
function tableOf(input) {
  const { TableName: table, IndexName: index } = /** @type {{ TableName?: string, IndexName?: string }} */ (input ?? {});
  return [table, index].filter(Boolean).join(', index ');
}
