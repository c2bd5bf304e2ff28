import * as api from '../api/todos.js';
import { Problem } from '../api/problem.js';
import { FIELD_NAMES } from '../forms/fields.js';

/**
 * One todo on the page: what the server last said of it, and what the person wants it to be.
 * Sends `change` when either changes.
 *
 * @typedef {import('../api/todos.js').Todo} Todo
 * @typedef {import('../api/todos.js').Tagged} Tagged
 */
export class TodoItem extends EventTarget {
  /** @type {Todo} */
  #stored;
  /** @type {boolean | undefined} */
  #wanted;
  #isTicking = false;

  /** @param {Todo} todo */
  constructor(todo) {
    super();
    this.#stored = todo;
  }

  /** As it is shown: a tick shows before the server has it. */
  get todo() {
    return this.#wanted === undefined ? this.#stored : { ...this.#stored, completed: this.#wanted };
  }

  /** @param {Todo} todo what the server answered */
  accept(todo) {
    this.#stored = todo;
    this.#changed();
  }

  /**
   * Ticks at once and takes it back if the server does not agree. Of several quick ticks the last one counts.
   * Sent without If-Match: a patch of this one field undoes nobody's change of another.
   *
   * @param {boolean} completed
   */
  async tick(completed) {
    this.#wanted = completed;
    this.#changed();
    if (this.#isTicking) return;
    this.#isTicking = true;
    try {
      while (this.#wanted !== this.#stored.completed) {
        const { todo } = await api.update(this.#stored.id, { completed: this.#wanted });
        this.#stored = todo;
      }
    } finally {
      this.#isTicking = false;
      this.#wanted = undefined;
      this.#changed();
    }
  }

  /** As the server has it now, with its ETag. @returns {Promise<Tagged>} */
  latest() {
    return api.get(this.#stored.id);
  }

  /** @param {object} patch @param {string} [etag] */
  async save(patch, etag) {
    const { todo } = await api.update(this.#stored.id, patch, etag);
    this.accept(todo);
  }

  /** Deletes it; that it is gone already is just as good. */
  async remove() {
    await api.remove(this.#stored.id).catch((error) => {
      if (!(error instanceof Problem && error.status === 404)) throw error;
    });
  }

  /** Takes a deletion back: the same todo under a new id. */
  async restore() {
    const fields = ['completed', ...FIELD_NAMES].map((name) => [name, this.#stored[/** @type {keyof Todo} */ (name)]]);
    const { todo } = await api.create(Object.fromEntries(fields.filter(([, value]) => value !== undefined)));
    this.accept(todo);
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
