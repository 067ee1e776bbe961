// The times that exceptions close or open, retold on the visitor's clock: the same rule as
// support/contact_page/lines/told_time.py.

import { dayInWords, join, joinHours, range } from "./dates.js";
import { edgesOf } from "./hours.js";
import {
  closingTime,
  element,
  openingTime,
  toNextDay,
  weekdaysInWords,
  wordsOfPage,
} from "./hours_in_words.js";
import { fillBraces, timeOfDay } from "./moment.js";
import { clockOf, DAY, dayOf } from "./wall_clock.js";

const dayOfWall = (wall) => Math.floor(wall / DAY);
const weekdayOf = (day) => dayOf(day * DAY).weekday;

function spansOf(distances) {
  const edges = edgesOf(distances);
  const starts = edges.filter((edge, place) => place % 2 === 0);
  return starts.map((start, place) => [start, edges[2 * place + 1]]);
}

const hours = (opens, closes, words) =>
  openingTime(opens % DAY, words) + closingTime(closes % DAY || DAY, words);

const moment = (wall, words, hasYear) =>
  join(dayInWords(dayOfWall(wall), words, hasYear), timeOfDay(wall, words.clock), words);

function fromUntil([start, end], words) {
  const isOneDay = dayOfWall(start) === dayOfWall(end) || end === (dayOfWall(start) + 1) * DAY;
  if (isOneDay) return joinHours(dayInWords(dayOfWall(start), words), hours(start, end, words), words);
  return range(moment(start, words), moment(end, words), words);
}

function runsOf(days) {
  const runs = [];
  for (const day of days) {
    if (runs.at(-1)?.at(-1) === day - 1) runs.at(-1).push(day);
    else runs.push([day]);
  }
  return runs;
}

function daysInWords(days, words, list) {
  const weekdays = [...new Set(days.map(weekdayOf))];
  const all = Array.from({ length: days.at(-1) - days[0] + 1 }, (_, place) => days[0] + place);
  const every = all.filter((day) => weekdays.includes(weekdayOf(day)));
  const runs = String(every) === String(days) ? [days] : runsOf(days);
  return runs.map((run) => {
    const [first, last] = [run[0], run.at(-1)].map((day) => dayInWords(day, words));
    if (run.length === 1) return first;
    const whole = range(first, last, words);
    if (run.length > run.at(-1) - run[0]) return whole;
    return fillBraces(words.days_of_weekdays, {
      days: whole,
      weekdays: weekdaysInWords(weekdays, words, list),
    });
  });
}

function daysAndHours(spans, words, list) {
  const byHours = new Map();
  for (const [start, end] of spans) {
    let text = hours(start, end, words);
    if (dayOfWall(end) > dayOfWall(start) && end % DAY) {
      text = toNextDay(start % DAY, end % DAY, words);
    } else if (start % DAY === end % DAY) text = words.always;
    byHours.set(text, [...(byHours.get(text) ?? []), dayOfWall(start)]);
  }
  return [...byHours].flatMap(([text, days]) =>
    daysInWords(days, words, list).map((when) => [when, text]),
  );
}

// Pairs of when and what.
function pairsOf({ form, year }, spans, words, list) {
  if (form === "closed") return spans.map((span) => [fromUntil(span, words), words.closed]);
  if (form === "until-further-notice") {
    const when = words.from.replace("%(moment)s", moment(spans[0][0], words, year));
    return [[when, words.until_further_notice]];
  }
  const told = daysAndHours(spans, words, list);
  return form === "open" ? told : told.map(([when, what]) => [when, words.also.replace("{hours}", what)]);
}

function readsAlike({ zones }, spans, zone) {
  const clock = clockOf(zone);
  return zones.every((key) => spans.flat().every((edge) => clock(edge) === clockOf(key)(edge)));
}

const inSentence = (when, what, words) =>
  words.when_and_what.replace("{when}", when).replace("{what}", what);

function write(place, lines, words) {
  if (place.matches(".told")) {
    const spans = lines.map((line) => {
      const names = ["when", "what", "concerned"];
      const parts = names.map((name, i) => line[i] && element("span", { class: name }, line[i]));
      const shown = parts.filter(Boolean);
      return element("span", {}, ...shown.flatMap((part, i) => (i ? [" ", part] : [part])));
    });
    place.replaceChildren(...spans.flatMap((span, i) => (i ? ["\n", span] : [span])));
  } else {
    const only = place.matches("[data-only-when]");
    place.textContent = lines
      .map(([when, what]) => (only ? when : inSentence(when, what, words)))
      .join(words.between_times);
  }
}

// `root` is told on the clocks of the hours so far.
export function retell(root, zone, locale) {
  const words = wordsOfPage();
  if (!words) return;
  const list = new Intl.ListFormat(locale);
  const clock = clockOf(zone);
  for (const place of root.querySelectorAll("[data-told]")) {
    const told = JSON.parse(place.dataset.told);
    const concerned = told.of.map(([languages, distances]) => [languages, spansOf(distances)]);
    const spans = concerned.flatMap(([, each]) => each);
    if (!told.shifted && readsAlike(told, spans, zone)) continue;
    const lines = concerned.flatMap(([languages, each]) => {
      const walls = each.map((edges) => edges.map(clock));
      return pairsOf(told, walls, words, list).map((pair) => [...pair, languages]);
    });
    write(place, lines, words);
  }
}
