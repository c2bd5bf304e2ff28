/**
 * Which todos are shown. The filter, and nothing else, lives in the address: it can be linked to, and Back works.
 *
 * @typedef {{ name: string, hash: string, completed?: boolean, heading: string, emptyTitle: string, emptyHint: string }} Filter
 */

/** @type {Filter[]} */
const FILTERS = [
  { name: 'All', hash: '#all', heading: 'All todos', emptyTitle: 'Nothing here yet', emptyHint: 'Type your first todo above.' },
  { name: 'Open', hash: '#open', completed: false, heading: 'Open todos', emptyTitle: 'All done', emptyHint: 'Nothing is open. Enjoy it.' },
  { name: 'Done', hash: '#done', completed: true, heading: 'Done todos', emptyTitle: 'Nothing done yet', emptyHint: 'What you tick off is collected here.' },
];

/** @returns {Filter} */
export function currentFilter() {
  return FILTERS.find(({ hash }) => hash === location.hash) ?? FILTERS[0];
}

/** Whether a todo belongs in the filter's list. @param {Filter} filter @param {{ completed: boolean }} todo */
export function admits(filter, todo) {
  return filter.completed === undefined || filter.completed === todo.completed;
}

/** @param {(filter: Filter) => void} show called at once and on each change */
export function followFilter(show) {
  const apply = () => {
    const filter = currentFilter();
    for (const link of document.querySelectorAll('.filters a')) {
      if (link.getAttribute('href') === filter.hash) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    document.title = filter.completed === undefined ? 'Todos' : `${filter.name} · Todos`;
    show(filter);
  };
  addEventListener('hashchange', apply);
  apply();
}
