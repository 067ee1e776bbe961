// The hours of one of seven days in words, each span on the day on which it begins: the same as
// support/contact_page/week/hours_in_words.py.

import { timeInSentence } from "./moment.js";
import { DAY } from "./wall_clock.js";

// The words of pictures of the week; null on a page without any.
export function wordsOfPage() {
  const place = document.querySelector("[data-week-words]");
  return place && JSON.parse(place.dataset.weekWords);
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

export function cellOf(days, number, opens, cancelled, now, words) {
  const lines = [];
  for (const span of opens) {
    const text = hoursInWords(days, number, span, words);
    if (text && number === 0 && span === now) lines.push(element("b", { "aria-current": "time" }, text));
    else if (text) lines.push(text);
  }
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
  return lines.length ? lines : [words.no_hours];
}

function cancelledLine(what, [name, language], words) {
  const [before, after] = words.detail.replace("{state}", what).split("{reason}");
  const text = name || words.exception;
  return element("i", {}, before, language ? element("span", { lang: language }, text) : text, after);
}
