/**
 * The fields of a todo in a form, and a todo in a form's fields.
 *
 * @typedef {import('../api/todos.js').Todo} Todo
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control
 */

/** How each field is written into a control and read from it; what reads as undefined has no value. */
const FIELDS = {
  title: { write: String, read: textOf },
  description: { write: String, read: textOf },
  dueDate: { write: String, read: textOf },
  priority: { write: String, read: (/** @type {string} */ text) => (text ? Number(text) : undefined) },
  tags: { write: (/** @type {string[]} */ tags) => tags.join(', '), read: tagsOf },
};

/** @typedef {keyof typeof FIELDS} FieldName */
export const FIELD_NAMES = /** @type {FieldName[]} */ (Object.keys(FIELDS));

/** What the field is called on the page. @type {Record<FieldName, string>} */
export const FIELD_LABELS = { title: 'title', description: 'notes', dueDate: 'due date', priority: 'priority', tags: 'tags' };

/** @param {HTMLFormElement} form @param {string} name @returns {Control | null} */
export function control(form, name) {
  return form.querySelector(`[data-field] [name="${CSS.escape(name)}"]`);
}

/** The values that were given. @param {HTMLFormElement} form @returns {Record<string, unknown>} */
export function readFields(form) {
  const values = FIELD_NAMES.map((name) => [name, valueOf(form, name)]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** @param {HTMLFormElement} form @param {Partial<Todo>} todo */
export function fillFields(form, todo) {
  for (const name of FIELD_NAMES) {
    const field = /** @type {Control} */ (control(form, name));
    const value = todo[name];
    field.value = value === undefined ? '' : FIELDS[name].write(/** @type {never} */ (value));
    // the text as the control holds it: line ends and values that it cannot show do not count as a change
    field.dataset.initial = field.value;
  }
}

/** The fields that differ from what the form was filled with. @param {HTMLFormElement} form */
export function changedFields(form) {
  return FIELD_NAMES.filter((name) => {
    const field = control(form, name);
    return field?.value !== (field?.dataset.initial ?? '') || hasBadInput(field);
  });
}

/** The changed fields as a merge patch: null removes. @param {HTMLFormElement} form */
export function readPatch(form) {
  return Object.fromEntries(changedFields(form).map((name) => [name, valueOf(form, name) ?? null]));
}

/**
 * What a browser knows without asking: the rest is the server's to judge, so that no rule is written twice.
 *
 * @param {HTMLFormElement} form @returns {import('../api/problem.js').Violation[]}
 */
export function checkFields(form) {
  const missing = valueOf(form, 'title') === undefined ? [{ pointer: '/title', code: 'required', detail: 'enter a title' }] : [];
  const partial = hasBadInput(control(form, 'dueDate')) ? [{ pointer: '/dueDate', code: 'format', detail: 'enter a complete date' }] : [];
  return [...missing, ...partial];
}

/** A date that is typed in part reads as empty; saving it would remove the date. @param {Control | null} field */
function hasBadInput(field) {
  return field?.validity.badInput === true || field?.validity.rangeOverflow === true;
}

/** @param {HTMLFormElement} form @param {FieldName} name */
function valueOf(form, name) {
  return FIELDS[name].read(control(form, name)?.value ?? '');
}

/** @param {string} text */
function textOf(text) {
  return text.trim() || undefined;
}

/** @param {string} text */
function tagsOf(text) {
  const tags = [...new Set(text.split(',').map((tag) => tag.trim()).filter(Boolean))];
  return tags.length > 0 ? tags : undefined;
}
