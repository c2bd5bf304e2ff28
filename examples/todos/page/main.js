import { todayInWords } from './dates.js';
import { byId, part } from './dom.js';
import { admits, currentFilter, followFilter } from './filter.js';
import { startComposer } from './forms/composer.js';
import { startList } from './list/list-view.js';
import { clearMessage, showMessage } from './message.js';

const list = startList();
const composer = /** @type {HTMLFormElement} */ (byId('composer'));

startComposer(composer, ({ todo }) => {
  if (admits(currentFilter(), todo)) list.prepend(todo);
  else showElsewhere(todo.title);
});
followFilter((filter) => {
  clearMessage(part(composer, 'message'));
  list.show(filter);
});

byId('today').textContent = todayInWords();

/** @param {string} title a todo that was added and is not in this list */
function showElsewhere(title) {
  showMessage(part(composer, 'message'), {
    tone: 'note',
    text: `Added “${title}”. It is open, so it is not shown here.`,
    actions: [{ label: 'Show open', run: () => { location.hash = '#open'; } }],
  });
}
