import { create } from '../api/todos.js';
import { announce, byId, fromTemplate } from '../dom.js';
import { clearErrorsOnInput, focusFirstError, showFieldErrors } from './field-errors.js';
import { checkFields, control, fillFields, readFields } from './fields.js';
import { submitOnModifiedEnter, submitOnce } from './submission.js';

/**
 * The form for new todos: a title and Enter is enough, the other fields are there on demand.
 *
 * @param {HTMLFormElement} form
 * @param {(todo: import('../api/todos.js').Tagged) => void} onAdded
 */
export function startComposer(form, onAdded) {
  const details = byId('composer-details');
  const toggle = byId('composer-toggle');
  const title = /** @type {HTMLInputElement} */ (control(form, 'title'));
  details.append(fromTemplate('details-template'));
  clearErrorsOnInput(form);

  toggle.addEventListener('click', () => showDetails(toggle.ariaExpanded !== 'true'));
  form.addEventListener('keydown', submitOnModifiedEnter);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const violations = checkFields(form);
    if (violations.length === 0) {
      submitOnce(form, add).then(revealErrors);
    } else {
      showFieldErrors(form, violations);
      revealErrors();
    }
  });

  /** The text stays until the server has it: a todo in the list is a todo that is stored. */
  async function add() {
    const typed = title.value;
    const added = await create(readFields(form));
    // what was typed meanwhile is the next todo
    const next = title.value.startsWith(typed) ? title.value.slice(typed.length) : title.value;
    fillFields(form, {});
    title.value = next;
    title.focus();
    announce(`Added ${added.todo.title}`);
    onAdded(added);
  }

  function revealErrors() {
    if (!details.hidden || !details.querySelector('[aria-invalid="true"]')) return;
    showDetails(true);
    focusFirstError(form);
  }

  /** @param {boolean} shown */
  function showDetails(shown) {
    details.hidden = !shown;
    toggle.ariaExpanded = String(shown);
  }
}
