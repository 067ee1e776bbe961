// When something happens, in the words and patterns of the page: the same rule as `format_moment`
// of support/locales/formatting.py.

import { clockOf, DAY, dayOf } from "./wall_clock.js";

const SIX_DAYS = 6 * DAY;

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

// All minutes; `seenFrom` may be null. What `ends` at midnight does so at 24:00 of the day before.
// Null where the page does not carry the name of the day.
export function formatMoment(at, zone, seenFrom, ends, words) {
  const clock = clockOf(zone);
  const wall = clock(at);
  const endsDay = ends && wall % DAY === 0;
  const time = timeOfDay(wall, endsDay ? words.clock.replaceAll("H", "k") : words.clock);
  const day = dayOf(endsDay ? wall - 1 : wall);
  const seen = seenFrom === null ? null : dayOf(clock(seenFrom));
  if (seen?.number === day.number) return time;
  let name = words.days[day.date]?.[seen && seen.date.slice(0, 4) === day.date.slice(0, 4) ? 0 : 1];
  if (seen && at - seenFrom <= SIX_DAYS) name = words.weekdays[day.weekday];
  return name ? words.day_and_clock.replace("{1}", name).replace("{0}", time) : null;
}
