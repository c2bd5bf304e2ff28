import { dayName, daysFromToday } from '../dates.js';
import { element } from '../dom.js';

/**
 * The small print under a title: due date, priority and tags.
 *
 * @typedef {import('../api/todos.js').Todo} Todo
 */

const PRIORITIES = ['Highest', 'High', 'Medium', 'Low', 'Lowest'];

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
  const time = /** @type {HTMLTimeElement} */ (element('time', '', dayName(date)));
  time.dateTime = date;
  fact.append(state === 'overdue' ? 'Overdue, ' : 'Due ', time);
  return fact;
}

/** @param {number} priority */
function priorityFact(priority) {
  return element('li', `fact priority-${priority}`, `${PRIORITIES[priority - 1] ?? priority} priority`);
}

/** @param {string} tag */
function tagFact(tag) {
  const fact = element('li', 'fact tag', tag);
  fact.dir = 'auto';
  return fact;
}
