// The hours of seven days in words, each span on the day on which it begins: the same as
// support/contact_page/week/hours_in_words.py.

import { timeInSentence } from "./moment.js";
import { DAYS } from "./seven_days.js";
import { DAY, dayOf } from "./wall_clock.js";

// The words of pictures of the week; null on a page without any.
export function wordsOfPage() {
  const place = document.getElementById("week-words");
  return place && JSON.parse(place.textContent);
}

export const openingTime = (minutes, words) => time(words.hours[0], minutes);

export const closingTime = (minutes, words) => time(words.hours[1], minutes);

export const toNextDay = (opens, closes, words) =>
  words.next_day
    .replace("{opens}", openingTime(opens, words))
    .replace("{closes}", closingTime(closes, words));

function time(template, minutes) {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  return template
    .replace("%(HH)s", String(hour).padStart(2, "0"))
    .replace("%(H)s", hour)
    .replace("%(mm)s", String(minute).padStart(2, "0"));
}

// Whether it ends on the next day, at or before the time at which it began.
export function isShift({ clock }, { start, end }) {
  if (end - start > 2 * DAY) return false;
  const [opens, closes] = [clock(start), clock(end)];
  return (
    Math.floor(closes / DAY) === Math.floor(opens / DAY) + 1 && closes % DAY <= opens % DAY
  );
}

// Empty where the span has no words on this day.
export function hoursInWords(days, number, span, words) {
  const { start, end } = span;
  const [dayStart, dayEnd] = [days.starts[number], days.starts[number + 1]];
  if (end <= dayStart || dayEnd <= start) return "";
  if (start <= dayStart && dayEnd <= end) return words.always;
  const shift = isShift(days, span);
  const isOfYesterday = shift && start < dayStart;
  if (isOfYesterday && number) return "";
  const runsOn = shift && dayEnd < end;
  const closes = dayEnd <= end && !runsOn ? DAY : days.clock(end) % DAY || DAY;
  if (isOfYesterday) return words.until.replace("%(time)s", timeInSentence(closes, words));
  const opens = days.clock(Math.max(start, dayStart)) % DAY;
  if (runsOn) return toNextDay(opens, closes, words);
  return openingTime(opens, words) + closingTime(closes, words);
}

export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// Weekdays count from Monday, 0. From three days in a row a range.
export function weekdaysInWords(weekdays, words, list) {
  if (weekdays.length === 7) return words.every_day;
  const runs = [];
  for (const day of weekdays.toSorted((a, b) => a - b)) {
    if (runs.at(-1)?.at(-1) === day - 1) runs.at(-1).push(day);
    else runs.push([day]);
  }
  const name = (day) => words.weekdays[day];
  const parts = runs.flatMap((run) =>
    run.length > 2 ? [`${name(run[0])}${words.range}${name(run.at(-1))}`] : run.map(name),
  );
  return words.between_weekdays ? parts.join(words.between_weekdays) : list.format(parts);
}

// “Mon–Thu 09:00–17:00; Fri closed (Team day)”: days that read the same are told together.
export function daysInWords(days, opens, cancelled, words, list) {
  const told = new Map();
  for (let number = 0; number < DAYS; number += 1) {
    const lines = linesOf(days, number, opens, cancelled, words);
    if (lines.length === 0) continue;
    const key = element("span", {}, ...lines.flatMap((line) => [words.between_times, line])).innerHTML;
    const { weekday } = dayOf((days.first + number) * DAY);
    if (told.has(key)) told.get(key).weekdays.push(weekday);
    else told.set(key, { weekdays: [weekday], lines });
  }
  if (told.size === 0) return [words.no_hours];
  const groups = [...told.values()].flatMap(({ weekdays, lines }) => [
    words.between_times,
    element("span", { class: "weekdays" }, weekdaysInWords(weekdays, words, list)),
    " ",
    ...lines.flatMap((line, i) => (i ? [words.between_times, line] : [line])),
  ]);
  return groups.slice(1);
}

function linesOf(days, number, opens, cancelled, words) {
  const lines = opens.map((span) => hoursInWords(days, number, span, words)).filter(Boolean);
  const isClosed = lines.length === 0;
  const names = new Set();
  for (const span of cancelled) {
    const text = hoursInWords(days, number, span, words);
    if (!text) continue;
    const what = isClosed ? words.closed : words.closed_hours.replace("%(hours)s", text);
    const key = JSON.stringify([what, span.reason]);
    if (!names.has(key)) lines.push(cancelledLine(what, span.reason, words));
    names.add(key);
  }
  return lines;
}

function cancelledLine(what, [name, language], words) {
  const [before, after] = words.detail.replace("{state}", what).split("{reason}");
  const text = name || words.exception;
  return element("i", {}, before, language ? element("span", { lang: language }, text) : text, after);
}
