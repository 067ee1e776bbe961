// When something happens, in the words and patterns of the page: the same rule as `moment_in_words`
// of support/locales/formatting/.

import { dayInWords } from "./dates.js";
import { clockOf, DAY, dayOf } from "./wall_clock.js";

// Beyond, a weekday alone could be either of two.
const WEEKDAY_IS_CLEAR = 6;

export function fill(template, values) {
  return template.replace(/%\((\w+)\)s/g, (whole, name) => values[name] ?? whole);
}

// `H` is the hour from 0, `k` the hour from 1 to 24, as CLDR has it; quoted letters stand for themselves.
export function timeOfDay(wall, pattern) {
  const [hour, minute] = [Math.floor((wall % DAY) / 60), wall % 60];
  const two = (number) => String(number).padStart(2, "0");
  const until24 = hour === 0 ? 24 : hour;
  const parts = { HH: two(hour), H: hour, kk: two(until24), k: until24, mm: two(minute) };
  return pattern.replace(/'([^']*)'|HH|H|kk|k|mm/g, (part, quoted) => quoted ?? parts[part]);
}

// `{time}` and the like are filled in; what is not known stays.
export const fillBraces = (template, values) =>
  template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

// A time as “until” or “at” goes before it; `minutes` is DAY at the end of a day.
export function timeInSentence(minutes, words) {
  const [usual, atOne, midnight] = words.times;
  const endsDay = minutes === DAY;
  const time = timeOfDay(minutes, endsDay ? words.clock.replaceAll("H", "k") : words.clock);
  const pattern = minutes >= 60 && minutes < 120 ? atOne : usual;
  return fillBraces(endsDay ? midnight : pattern, { time });
}

// `at` and `now` are minutes. What `ends` at midnight does so at the end of the day before.
// Says by which of the patterns of a moment it is told, and with which words.
export function moment(at, zone, now, ends, words) {
  const clock = clockOf(zone);
  const wall = clock(at);
  const endsDay = ends && wall % DAY === 0;
  const time = timeInSentence(endsDay ? DAY : wall % DAY, words);
  const day = dayOf(endsDay ? wall - 1 : wall);
  const today = dayOf(clock(now));
  const days = day.number - today.number;
  if (days === 0) return { pattern: 0, time };
  if (days === 1) return { pattern: 1, time };
  if (days > 1 && days <= WEEKDAY_IS_CLEAR) {
    return { pattern: 2, time, weekday: words.weekdays[day.weekday] };
  }
  const hasYear = today.date.slice(0, 4) !== day.date.slice(0, 4);
  return { pattern: 3, time, date: dayInWords(day.number, words, hasYear) };
}
