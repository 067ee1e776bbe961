// The hours of the coming seven days on the visitor's clock, or the weekly ones where every week is the
// same: the same rule as support/contact_page/week/coming_days.py.

import { opensOf, unusualOf } from "./hours.js";
import { areCarried, DAYS, sevenDays } from "./seven_days.js";
import { element, hoursInWords, isShift, weekdaysInWords, wordsOfPage } from "./hours_in_words.js";
import { without } from "./minute_spans.js";
import { clockOf, DAY, dayOf } from "./wall_clock.js";
import { fill } from "./week.js";

function daysByHours(days, spans, missing, words) {
  const found = new Map();
  // What is left of a shift of the day before is no hours of today.
  const opens = spans.filter((each) => each.start >= days.starts[0] || !isShift(days, each));
  for (let number = 0; number < DAYS; number += 1) {
    const hours = opens.map((span) => hoursInWords(days, number, span, words)).filter(Boolean);
    const begins = ({ start }) => days.starts[number] <= start && start < days.starts[number + 1];
    if (hours.length === 0 && missing.some(begins)) hours.push(words.closed);
    const key = JSON.stringify(hours);
    const { weekday } = dayOf((days.first + number) * DAY);
    if (hours.length > 0) found.set(key, [...(found.get(key) ?? []), weekday]);
  }
  return [...found]
    .map(([key, weekdays]) => [weekdays.toSorted((a, b) => a - b), JSON.parse(key)])
    .sort(([one], [other]) => one[0] - other[0]);
}

const within = ({ starts }, spans) =>
  spans.filter(({ start, end }) => start < starts[DAYS] && starts[0] < end);

function linesOf(days, hours, words) {
  const opens = within(days, opensOf(hours));
  const missing = within(days, unusualOf(hours)).flatMap((span) => without(span, opens));
  return daysByHours(days, opens, missing, words);
}

function readsAlike({ edges, zones, edge_zones: places }, zone) {
  const key = (place) => zones[places ? places[place] : 0][0];
  return edges.every((edge, place) => clockOf(zone)(edge) === clockOf(key(place))(edge));
}

// What is told: `weekly` lines, and those of the coming `days`; each may be empty.
function comingDays(hours, zone, minute, words) {
  const days = sevenDays(zone || hours.clock?.[0] || "UTC", minute);
  if (!areCarried(days, words)) return null;
  const isUnlike = within(days, unusualOf(hours)).length > 0;
  const lines = linesOf(days, hours, words);
  if (!zone) return { weekly: [], days: isUnlike ? lines : [] };
  const next = sevenDays(zone, days.starts[DAYS]);
  const isEveryWeek =
    !isUnlike &&
    within(next, unusualOf(hours)).length === 0 &&
    // Of a page that has been open for days, the next week is not known; this one is ordinary.
    (!areCarried(next, words) ||
      JSON.stringify(linesOf(next, hours, words)) === JSON.stringify(lines));
  const isPlain = hours.round_the_clock || readsAlike(hours, zone);
  if (isEveryWeek) return { weekly: isPlain ? [] : lines, days: [] };
  return { weekly: [], days: !isUnlike && readsAlike(hours, zone) ? [] : lines };
}

function line(name, attributes, ...parts) {
  const spans = parts.map(([name, text]) => element("span", { class: name }, text));
  return element(name, attributes, ...spans.flatMap((span, i) => (i ? [" ", span] : [span])));
}

// The level of its heading follows that of the row.
function blockOf(row) {
  const level = Number(row.firstElementChild.localName.slice(1)) + 1;
  const made = element("div", { class: "coming-days" }, element(`h${level}`, {}), element("ul", {}));
  (row.querySelector(".hours") ?? row.querySelector(".state")).after(made);
  return made;
}

export function writeComingDays(row, hours, zone, minute, locale) {
  const words = wordsOfPage();
  const told = words && comingDays(hours, zone, minute, words);
  if (!told) return;
  const list = new Intl.ListFormat(locale);
  const inWords = ([weekdays, hours]) => [
    ["weekdays", weekdaysInWords(weekdays, words, list)],
    ["times", list.format(hours)],
  ];
  const place = row.querySelector(".hours");
  if (place) {
    const stated = [...place.children].filter((child) => !child.matches(".on-clock"));
    const name = place.localName === "ul" ? "li" : "span"; // a single line is no list
    const own = told.weekly.map((each) =>
      line(name, { class: "on-clock" }, ...inWords(each), ["zone", words.own_zone]),
    );
    fill(place, [...stated.map((child) => child.cloneNode(true)), ...own]);
  }
  if (!/^h\d$/.test(row.firstElementChild.localName)) return; // where the row has no room for them
  const before = row.querySelector(".coming-days");
  if (told.days.length === 0) return before?.remove();
  const block = before ?? blockOf(row);
  const zoneName = zone ? words.own_zone : hours.clock[1];
  fill(block.firstElementChild, [words.coming_days, " ", element("span", { class: "zone" }, zoneName)]);
  fill(block.lastElementChild, told.days.map((each) => line("li", {}, ...inWords(each))));
}
