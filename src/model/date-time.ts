// These functions also ship as their own source text, in generated validators: each uses its parameters and the language's globals alone.

/** A day of the calendar (RFC 3339 full-date). */
export function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}

/**
 * An instant (RFC 3339 date-time). 24:00 is none there. A leap second is refused, because the stored form has no place for it, and so is a time that
 * falls out of the years 0000 to 9999 in UTC, where texts no longer sort as times.
 */
export function isDateTime(text: string): boolean {
  const [, date, time, offset] = /^(\d{4}-\d\d-\d\d)T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.\d+)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i.exec(text) ?? [];
  if (date === undefined) return false;
  const local = Date.parse(`${date}T${time}Z`);
  const utc = Date.parse(`${date}T${time}${offset.toUpperCase()}`);
  return !Number.isNaN(local) && new Date(local).toISOString().startsWith(date) && /^\d/.test(new Date(utc).toISOString());
}

/** The stored form of an instant: UTC with three decimals, so that texts sort as the instants do. */
export function canonicalDateTime(text: string): string {
  return new Date(text.toUpperCase()).toISOString();
}
