import { Problem, explain } from '../api/problem.js';
import { announce, fromTemplate, part } from '../dom.js';
import { clearErrorsOnInput, showFieldErrors } from '../forms/field-errors.js';
import { FIELD_LABELS, FIELD_NAMES, changedFields, checkFields, control, fillFields, readPatch } from '../forms/fields.js';
import { showFailure, submitOnModifiedEnter, submitOnce } from '../forms/submission.js';
import { clearMessage, showMessage } from '../message.js';

/**
 * Edits a todo in its place. Only what was changed is sent, for the version that was seen.
 *
 * @typedef {import('../api/todos.js').Tagged} Tagged
 * @param {import('./todo-item.js').TodoItem} item
 * @param {{ onClose: () => void, onGone: () => void }} handlers
 */
export function openEditor(item, { onClose, onGone }) {
  const form = /** @type {HTMLFormElement} */ (fromTemplate('editor-template'));
  const slot = part(form, 'message');
  part(form, 'details').replaceWith(fromTemplate('details-template'));
  form.setAttribute('aria-label', `Edit ${item.todo.title}`);
  let seen = item.todo;
  /** @type {string | undefined} */
  let etag;
  fillFields(form, seen);
  clearErrorsOnInput(form);

  form.addEventListener('keydown', submitOnModifiedEnter);
  form.addEventListener('keydown', ({ key }) => { if (key === 'Escape') onClose(); });
  part(form, 'cancel').addEventListener('click', onClose);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const violations = checkFields(form);
    if (violations.length > 0) showFieldErrors(form, violations);
    else submitOnce(form, save);
  });

  async function save() {
    if (changedFields(form).length === 0) return onClose();
    try {
      if (etag === undefined && !(await catchUp())) return;
      await item.save(readPatch(form), etag);
      announce(`Saved ${item.todo.title}`);
      onClose();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.status === 412) offerChoice(await item.latest());
      else if (error.status === 404) offerRemoval(error);
      else throw error;
    }
  }

  /** A list carries no ETags, and its copy may be old. @returns {Promise<boolean>} whether what is typed fits the latest version */
  async function catchUp() {
    const latest = await item.latest();
    if (latest.todo.version !== seen.version && changedFields(form).length > 0) {
      offerChoice(latest);
      return false;
    }
    adopt(latest);
    return true;
  }

  /** @param {Tagged} latest */
  function adopt(latest) {
    etag = latest.etag ?? undefined;
    if (latest.todo.version === seen.version) return;
    seen = latest.todo;
    item.accept(seen);
    fillFields(form, seen);
  }

  /** @param {Tagged} latest */
  function offerChoice(latest) {
    const names = FIELD_NAMES.filter((name) => JSON.stringify(latest.todo[name]) !== JSON.stringify(seen[name]));
    const what = names.length > 0 ? `: ${names.map((name) => FIELD_LABELS[name]).join(', ')}` : '';
    showMessage(slot, {
      text: `Someone else changed this todo while you were editing it${what}.`,
      actions: [
        { label: 'Load the latest', run: () => { clearMessage(slot); adopt(latest); control(form, 'title')?.focus(); } },
        { label: 'Keep my changes', run: () => { etag = latest.etag ?? undefined; form.requestSubmit(); } },
      ],
    });
  }

  /** @param {Problem} error */
  function offerRemoval(error) {
    showMessage(slot, { text: explain(error), actions: [{ label: 'Remove from the list', run: onGone }] });
  }

  catchUp().catch((error) => {
    if (error instanceof Problem && error.status === 404) offerRemoval(error);
    // any other failure can wait until there is something to save
    else if (!(error instanceof Problem)) return;
    else showFailure(form, error);
  });
  return form;
}
