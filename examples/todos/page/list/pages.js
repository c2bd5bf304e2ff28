import { list } from '../api/todos.js';

/**
 * Walks the pages of a filtered list.
 *
 * @param {{ completed?: boolean }} filter
 */
export function openPages({ completed }) {
  const closing = new AbortController();
  /** @type {string | undefined} */
  let cursor;
  let atEnd = false;

  /**
   * The next todos; none at the end. A page may be short or empty and still not be the last one (the server looks only so far
   * for what a filter wants), so this goes on until there is something to show.
   */
  async function next() {
    while (!atEnd) {
      const page = await list({ completed, cursor, signal: closing.signal });
      cursor = page.nextCursor;
      atEnd = cursor === undefined;
      if (page.items.length > 0) return page.items;
    }
    return [];
  }

  return {
    next,
    hasMore: () => !atEnd,
    close: () => closing.abort(),
  };
}
