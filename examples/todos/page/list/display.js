import { element, part } from '../dom.js';
import { factsOf } from './facts.js';

/** Notes beyond this are folded, so that one todo does not fill the screen. */
const FOLD_CHARACTERS = 240;
const FOLD_LINES = 4;

/**
 * A todo as it stands in the list.
 *
 * @param {HTMLElement} display
 * @param {{ onTick: (completed: boolean) => void, onEdit: () => void, onDelete: () => void }} handlers
 */
export function startDisplay(display, { onTick, onEdit, onDelete }) {
  const tick = /** @type {HTMLInputElement} */ (part(display, 'tick'));
  const title = part(display, 'title');
  const notes = part(display, 'notes');
  const facts = part(display, 'facts');
  const fold = foldButton(notes);

  tick.addEventListener('change', () => onTick(tick.checked));
  part(display, 'edit').addEventListener('click', onEdit);
  part(display, 'delete').addEventListener('click', onDelete);
  for (const text of [title, notes, facts]) {
    // a shortcut for pointers; who selects text to copy it does not want to edit
    text.addEventListener('click', () => { if (getSelection()?.isCollapsed) onEdit(); });
  }

  /** @param {import('../api/todos.js').Todo} todo */
  return function update(todo) {
    display.classList.toggle('completed', todo.completed);
    tick.checked = todo.completed;
    tick.setAttribute('aria-label', todo.title);
    title.textContent = todo.title;
    part(display, 'edit').setAttribute('aria-label', `Edit ${todo.title}`);
    part(display, 'delete').setAttribute('aria-label', `Delete ${todo.title}`);

    const text = todo.description ?? '';
    notes.textContent = text;
    notes.hidden = text === '';
    const isLong = text.length > FOLD_CHARACTERS || text.split('\n').length > FOLD_LINES;
    if (!isLong) fold.remove();
    else if (!fold.isConnected) notes.after(fold);
    notes.classList.toggle('folded', isLong && fold.ariaExpanded !== 'true');

    const list = factsOf(todo);
    facts.replaceChildren(...list);
    facts.hidden = list.length === 0;
    part(display, 'body').hidden = notes.hidden && facts.hidden;
  };
}

/** @param {HTMLElement} notes */
function foldButton(notes) {
  const button = /** @type {HTMLButtonElement} */ (element('button', 'fold', 'Show all'));
  button.type = 'button';
  button.ariaExpanded = 'false';
  button.addEventListener('click', () => {
    const folded = notes.classList.toggle('folded');
    button.ariaExpanded = String(!folded);
    button.textContent = folded ? 'Show all' : 'Show less';
  });
  return button;
}
