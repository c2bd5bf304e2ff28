/** @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no element with the id ${id}`);
  return found;
}

/**
 * An element. Texts from outside enter the page only as text nodes, never as markup.
 *
 * @param {string} tag @param {string} className @param {...(Node | string)} content
 * @returns {HTMLElement}
 */
export function element(tag, className, ...content) {
  const created = document.createElement(tag);
  if (className) created.className = className;
  created.append(...content);
  return created;
}
