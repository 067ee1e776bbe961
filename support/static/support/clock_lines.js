// The coming hours of a language on the visitor's clock, beside those that staff state on a clock of
// theirs: the same rule as support/contact_page/week/clock_line.py.

import { opensOf } from "./hours.js";
import { areCarried, DAYS, sevenDays } from "./seven_days.js";
import { isShift, hoursInWords, wordsOfPage } from "./hours_in_words.js";
import { DAY, dayOf } from "./wall_clock.js";
import { fill } from "./week.js";

// Weekdays count from Monday, 0. From three days in a row a range.
function weekdaysInWords(weekdays, words, list) {
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
  return list.format(parts);
}

function daysByHours(days, spans, words) {
  const found = new Map();
  // What is left of a shift of the day before is no hours of today.
  const opens = spans.filter((each) => each.start >= days.starts[0] || !isShift(days, each));
  for (let number = 0; number < DAYS; number += 1) {
    const hours = opens.map((span) => hoursInWords(days, number, span, words)).filter(Boolean);
    const key = JSON.stringify(hours);
    const { weekday } = dayOf((days.first + number) * DAY);
    if (hours.length > 0) found.set(key, [...(found.get(key) ?? []), weekday]);
  }
  return [...found].map(([key, weekdays]) => [weekdays, JSON.parse(key)]);
}

function line(...parts) {
  const made = document.createElement("li");
  made.className = "on-clock";
  for (const [name, text] of parts) {
    const span = document.createElement("span");
    span.className = name;
    span.textContent = text;
    made.append(...(made.firstChild ? [" "] : []), span);
  }
  return made;
}

export function writeClockLines(row, hours, zone, minute, locale) {
  const place = row.querySelector(".hours");
  const words = wordsOfPage();
  const days = sevenDays(zone, minute);
  if (!place || !areCarried(days, words)) return;
  const list = new Intl.ListFormat(locale);
  const isOwn = hours.zones.every(([key]) => key === zone);
  const lines = isOwn ? [] : daysByHours(days, opensOf(hours), words);
  const stated = [...place.children].filter((child) => !child.matches(".on-clock"));
  const own = lines.map(([weekdays, hours]) =>
    line(
      ["weekdays", weekdaysInWords(weekdays, words, list)],
      ["times", list.format(hours)],
      ["zone", words.own_zone],
    ),
  );
  fill(place, [...stated.map((child) => child.cloneNode(true)), ...own]);
}
