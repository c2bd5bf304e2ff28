/** Numbers and times as the console shows them. */

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 });

/** @param {number} milliseconds */
export function duration(milliseconds) {
  if (milliseconds >= 10_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return milliseconds < 10 ? `${milliseconds.toFixed(1)} ms` : `${Math.round(milliseconds)} ms`;
}

/** Capacity units come in halves: an eventually consistent read of 4 KB is half a unit. @param {number} amount */
export function units(amount) {
  return String(Math.round(amount * 10) / 10);
}

/** @param {number} epochMillis */
export function timeOfDay(epochMillis) {
  return clock.format(epochMillis);
}

/** @param {number} count @param {string} noun */
export function counted(count, noun) {
  return `${units(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** @param {number} status @returns {'good' | 'refused' | 'failed'} */
export function statusTone(status) {
  if (status >= 500) return 'failed';
  return status >= 400 ? 'refused' : 'good';
}
