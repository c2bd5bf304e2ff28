/** A copy of a template's only element. @param {string} id @returns {HTMLElement} */
export function fromTemplate(id) {
  const template = /** @type {HTMLTemplateElement} */ (byId(id));
  return /** @type {HTMLElement} */ (document.importNode(template.content, true).firstElementChild);
}

/** @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no element with the id ${id}`);
  return found;
}

/** The part of a template that is marked so. @param {ParentNode} root @param {string} name @returns {HTMLElement} */
export function part(root, name) {
  const found = root.querySelector(`[data-part="${name}"]`);
  if (!found) throw new Error(`the template has no part ${name}`);
  return /** @type {HTMLElement} */ (found);
}

/**
 * An element with a text; text from the API enters the page only as text, never as markup.
 *
 * @param {string} tag @param {string} className @param {string} [text]
 */
export function element(tag, className, text) {
  const created = document.createElement(tag);
  created.className = className;
  if (text !== undefined) created.textContent = text;
  return created;
}

/** Tells a screen reader what an eye sees happen. @param {string} text */
export function announce(text) {
  byId('announcer').textContent = text;
}
