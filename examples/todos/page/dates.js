/** Dates as people say them, in the page's language and the reader's variant of it: 21 November or November 21. */
const LANGUAGE = navigator.languages.find((language) => language.startsWith(document.documentElement.lang)) ?? document.documentElement.lang;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Saturday, 21 November. */
export function todayInWords() {
  return new Intl.DateTimeFormat(LANGUAGE, { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date());
}

/** @param {string} date YYYY-MM-DD: a day without a time zone */
export function daysFromToday(date) {
  const now = new Date();
  return Math.round((Date.parse(date) - Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())) / DAY_MS);
}

/** Today, tomorrow, Friday, 3 Mar, 3 Mar 2031. @param {string} date YYYY-MM-DD */
export function dayName(date) {
  const days = daysFromToday(date);
  if (Number.isNaN(days)) return date; // the API also answers rows from before today's schema
  if (Math.abs(days) <= 1) return new Intl.RelativeTimeFormat(LANGUAGE, { numeric: 'auto' }).format(days, 'day');
  return new Intl.DateTimeFormat(LANGUAGE, { ...dayStyle(date, days), timeZone: 'UTC' }).format(new Date(date));
}

/** @param {string} date @param {number} days @returns {Intl.DateTimeFormatOptions} */
function dayStyle(date, days) {
  if (days > 0 && days < 7) return { weekday: 'long' };
  const isThisYear = date.startsWith(`${new Date().getFullYear()}-`);
  return { day: 'numeric', month: 'short', year: isThisYear ? undefined : 'numeric' };
}
