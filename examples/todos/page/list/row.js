import { Problem, explain } from '../api/problem.js';
import { announce, fromTemplate, part } from '../dom.js';
import { changedFields, control } from '../forms/fields.js';
import { clearMessage, showMessage } from '../message.js';
import { startDisplay } from './display.js';
import { openEditor } from './editor.js';
import { TodoItem } from './todo-item.js';

/**
 * A row of the list: a todo that is shown, edited, or just deleted. The row keeps its place through all three, and the focus
 * stays in it.
 *
 * @param {import('../api/todos.js').Todo} todo
 * @param {(row: HTMLElement) => void} onGone when nothing is left to show
 */
export function createRow(todo, onGone) {
  const item = new TodoItem(todo);
  const row = fromTemplate('row-template');
  const display = part(row, 'display');
  const slot = part(row, 'message');
  let current = display;
  const update = startDisplay(display, { onTick: tick, onEdit: edit, onDelete: remove });
  item.addEventListener('change', () => update(item.todo));
  update(item.todo);

  /** @param {boolean} completed */
  function tick(completed) {
    clearMessage(slot);
    item.tick(completed)
      .then(() => announce(`${completed ? 'Done' : 'Open'}: ${item.todo.title}`))
      .catch((error) => fail(error, () => tick(completed)));
  }

  function edit() {
    clearMessage(slot);
    const form = openEditor(item, { onClose: () => show(display, 'edit'), onGone: () => onGone(row) });
    show(form);
    control(/** @type {HTMLFormElement} */ (form), 'title')?.focus();
  }

  /** The row shows the deletion at once, and takes it back if it fails. */
  function remove() {
    clearMessage(slot);
    const deleted = fromTemplate('deleted-template');
    part(deleted, 'text').textContent = `Deleted “${item.todo.title}”`;
    part(deleted, 'undo').setAttribute('aria-label', `Undo: restore ${item.todo.title}`);
    const removal = item.remove();
    part(deleted, 'dismiss').addEventListener('click', () => removal.then(() => onGone(row), () => {}));
    part(deleted, 'undo').addEventListener('click', () => restore(removal), { once: true });
    show(deleted, 'undo');
    announce(`Deleted ${item.todo.title}`);
    removal.catch((error) => {
      show(display, 'delete');
      fail(error, remove);
    });
  }

  /** @param {Promise<void>} removal */
  async function restore(removal) {
    const isDeleted = await removal.then(() => true, () => false);
    if (!isDeleted) return;
    try {
      await item.restore();
      clearMessage(slot);
      show(display, 'delete');
      announce(`Restored ${item.todo.title}`);
    } catch (error) {
      fail(error, () => restore(removal));
    }
  }

  /** @param {unknown} error @param {() => void} again */
  function fail(error, again) {
    const isGone = error instanceof Problem && error.status === 404;
    const action = isGone ? { label: 'Remove from the list', run: () => onGone(row) } : { label: 'Try again', run: again };
    showMessage(slot, { text: explain(error), actions: [action] });
  }

  /** @param {HTMLElement} next @param {string} [focus] the part to focus, if the focus is in what goes away */
  function show(next, focus) {
    const hadFocus = row.contains(document.activeElement);
    current.replaceWith(next);
    current = next;
    if (focus && hadFocus) part(next, focus).focus();
  }

  return {
    row,
    id: () => item.todo.id,
    /** Whether leaving the row would lose what was typed. */
    isUnsaved: () => current instanceof HTMLFormElement && changedFields(current).length > 0,
  };
}
