// Days and moments in the words and patterns of the page: as support/locales/formatting/ has them.

import { DAY, dayOf } from "./wall_clock.js";

const two = (number) => String(number).padStart(2, "0");

// A day by its number since 1970, as in “Thu 24 Dec”, and if asked for as in “Thu 24 Dec 2026”. Quoted
// letters of a pattern stand for themselves.
export function dayInWords(number, { day }, hasYear = false) {
  const { weekdays, months, first } = day;
  const pattern = hasYear ? day.pattern_with_year : day.pattern;
  const at = new Date(number * DAY * 60_000);
  const [month, date] = [at.getUTCMonth(), at.getUTCDate()];
  const parts = { E: weekdays[dayOf(number * DAY).weekday], d: date, dd: two(date) };
  Object.assign(parts, { M: month + 1, MM: two(month + 1), MMM: months[month] });
  parts.y = at.getUTCFullYear();
  parts.EEE = parts.E;
  const words = pattern.replace(/'([^']*)'|E+|d+|M+|y/g, (part, quoted) => quoted ?? parts[part]);
  return first ? words.replace(/(?<!\d)1 (?=\p{L})/u, `${first} `) : words;
}

export const join = (day, time, words) => words.day_and_clock.replace("{1}", day).replace("{0}", time);

export const joinHours = (day, hours, words) =>
  words.day_and_hours.replace("{1}", day).replace("{0}", hours);

export const range = (first, last, words) => words.between.replace("{0}", first).replace("{1}", last);
