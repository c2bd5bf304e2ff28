import { Problem, explain, sentence } from '../api/problem.js';
import { part } from '../dom.js';
import { clearMessage, showMessage } from '../message.js';
import { showFieldErrors } from './field-errors.js';

/**
 * Runs a form's submission once at a time and shows what became of it.
 *
 * @param {HTMLFormElement} form @param {() => Promise<void>} submit
 */
export async function submitOnce(form, submit) {
  if (form.ariaBusy === 'true') return;
  clearMessage(part(form, 'message'));
  form.ariaBusy = 'true';
  try {
    await submit();
  } catch (error) {
    showFailure(form, error);
  } finally {
    form.ariaBusy = 'false';
  }
}

/** @param {HTMLFormElement} form @param {unknown} error */
export function showFailure(form, error) {
  const violations = error instanceof Problem ? error.errors : [];
  const elsewhere = showFieldErrors(form, violations);
  if (violations.length > 0 && elsewhere.length === 0) return;

  const isFinal = error instanceof Problem && error.status < 500 && error.status !== 429;
  const text = [violations.length > 0 ? '' : explain(error), ...elsewhere.map(({ pointer, detail }) => sentence(`${pointer ?? ''} ${detail}`.trim()))];
  showMessage(part(form, 'message'), {
    text: text.filter(Boolean).join(' '),
    actions: isFinal ? [] : [{ label: 'Try again', run: () => form.requestSubmit() }],
  });
}

/** Enter in a text area is a new line; with Ctrl or Command it sends the form. @param {KeyboardEvent} event */
export function submitOnModifiedEnter(event) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  /** @type {HTMLFormElement} */ (event.currentTarget).requestSubmit();
}
