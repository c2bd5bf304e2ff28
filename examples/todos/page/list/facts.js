import { element } from '../dom.js';

/**
 * The small print under a title: due date, priority and tags.
 *
 * @typedef {import('../api/todos.js').Todo} Todo
 */

const PRIORITIES = ['Highest', 'High', 'Medium', 'Low', 'Lowest'];
const DAY_MS = 24 * 60 * 60 * 1000;

/** @param {Todo} todo @returns {HTMLElement[]} */
export function factsOf(todo) {
  return [
    ...(todo.dueDate ? [dueFact(todo.dueDate, todo.completed)] : []),
    ...(todo.priority ? [priorityFact(todo.priority)] : []),
    ...(todo.tags ?? []).map(tagFact),
  ];
}

/** @param {string} date @param {boolean} completed */
function dueFact(date, completed) {
  const days = daysFromToday(date);
  const state = completed || days > 0 ? '' : days === 0 ? 'today' : 'overdue';
  const fact = element('li', `fact due ${state}`.trim());
  const time = /** @type {HTMLTimeElement} */ (element('time', '', dayName(date, days)));
  time.dateTime = date;
  fact.append(state === 'overdue' ? 'Overdue, ' : 'Due ', time);
  return fact;
}

/** @param {number} priority */
function priorityFact(priority) {
  const fact = element('li', `fact priority priority-${priority}`, PRIORITIES[priority - 1] ?? String(priority));
  fact.append(element('span', 'visually-hidden', ' priority'));
  return fact;
}

/** @param {string} tag */
function tagFact(tag) {
  const fact = element('li', 'fact tag', tag);
  fact.dir = 'auto';
  return fact;
}

/** @param {string} date YYYY-MM-DD, a day without a time zone */
function daysFromToday(date) {
  const now = new Date();
  return Math.round((Date.parse(date) - Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())) / DAY_MS);
}

/** As people say it: today, tomorrow, Friday, 3 March. @param {string} date @param {number} days */
function dayName(date, days) {
  const language = document.documentElement.lang;
  if (Math.abs(days) <= 1) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
  const isThisYear = date.startsWith(`${new Date().getFullYear()}-`);
  const style = days > 0 && days < 7
    ? { weekday: /** @type {const} */ ('long') }
    : { day: /** @type {const} */ ('numeric'), month: /** @type {const} */ ('short'), year: isThisYear ? undefined : /** @type {const} */ ('numeric') };
  return new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' }).format(new Date(date));
}
