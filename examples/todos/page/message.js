import { announce, element } from './dom.js';

/**
 * @typedef {{ label: string, run: () => void }} Action
 */

/**
 * Says in a slot of the page what went wrong, or is worth knowing, and what can be done about it.
 *
 * @param {HTMLElement} slot
 * @param {{ text: string, tone?: 'error' | 'note', actions?: Action[] }} message
 */
export function showMessage(slot, { text, tone = 'error', actions = [] }) {
  const box = element('div', `message ${tone}`);
  if (tone === 'error') box.setAttribute('role', 'alert');
  else announce(text);
  box.append(element('p', 'message-text', text), ...actions.map(button));
  slot.replaceChildren(box);
}

/** The focus of a button that goes away stays nearby. @param {HTMLElement} slot */
export function clearMessage(slot) {
  const hadFocus = slot.contains(document.activeElement);
  slot.replaceChildren();
  if (!hadFocus) return;
  const home = /** @type {HTMLElement | null | undefined} */ (slot.closest('form, li, section')?.querySelector('input, [tabindex]'));
  home?.focus();
}

/** @param {Action} action */
function button({ label, run }) {
  const created = /** @type {HTMLButtonElement} */ (element('button', 'button small', label));
  created.type = 'button';
  created.addEventListener('click', run);
  return created;
}
