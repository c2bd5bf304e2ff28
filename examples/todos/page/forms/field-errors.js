import { sentence } from '../api/problem.js';
import { element } from '../dom.js';
import { control } from './fields.js';

/**
 * @typedef {import('../api/problem.js').Violation} Violation
 */

let lastId = 0;

/**
 * Shows each violation at the field that its JSON Pointer names and moves the focus to the first of them.
 *
 * @param {HTMLFormElement} form @param {Violation[]} violations
 * @returns {Violation[]} those that belong to no field of the form
 */
export function showFieldErrors(form, violations) {
  clearFieldErrors(form);
  const elsewhere = violations.filter((violation) => !showAtField(form, violation));
  focusFirstError(form);
  return elsewhere;
}

/** @param {HTMLFormElement} form */
export function focusFirstError(form) {
  const first = /** @type {HTMLElement | null} */ (form.querySelector('[aria-invalid="true"]'));
  first?.focus();
}

/** @param {HTMLFormElement} form */
export function clearFieldErrors(form) {
  for (const field of form.querySelectorAll('[data-field]')) clearField(field);
}

/** An error goes away when its field is worked on. @param {HTMLFormElement} form */
export function clearErrorsOnInput(form) {
  form.addEventListener('input', ({ target }) => {
    const field = target instanceof Element && target.closest('[data-field]');
    if (field) clearField(field);
  });
}

/** @param {HTMLFormElement} form @param {Violation} violation */
function showAtField(form, { pointer = '', detail }) {
  // RFC 6901: /tags/3 is the fourth tag; the page's names hold neither ~ nor /, so nothing is to be unescaped
  const [, name = '', position] = pointer.split('/');
  const input = control(form, name);
  const field = input?.closest('[data-field]');
  if (!input || !field) return false;

  const error = element('p', 'field-error', position === undefined ? sentence(detail) : `Entry ${Number(position) + 1}: ${detail}.`);
  error.id = `field-error-${++lastId}`;
  field.append(error);
  input.setAttribute('aria-invalid', 'true');
  input.setAttribute('aria-describedby', [input.getAttribute('aria-describedby'), error.id].filter(Boolean).join(' '));
  return true;
}

/** @param {Element} field */
function clearField(field) {
  for (const error of field.querySelectorAll('.field-error')) error.remove();
  const input = field.querySelector('[aria-invalid]');
  input?.removeAttribute('aria-invalid');
  input?.removeAttribute('aria-describedby');
}
