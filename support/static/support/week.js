// Draws the picture of a week for another clock or another moment, from the hours that the page
// carries: the same text and the same bars as the server would. It draws when it is called.

import { cancelledOf, minuteOf, opensOf, readHours } from "./hours.js";
import { areCarried, DAYS, place, sevenDays } from "./seven_days.js";
import { cancelledAllTheSame, union } from "./minute_spans.js";
import { daysInWords, element, wordsOfPage } from "./hours_in_words.js";
import { DAY, dayOf } from "./wall_clock.js";

const SVG = "http://www.w3.org/2000/svg";

function drawn(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function bar(days, span, kind) {
  const [start, end] = [place(days, span.start), place(days, span.end)];
  return drawn("rect", {
    ...(kind && { class: kind }),
    x: `${start / 100}%`,
    width: `${(end - start) / 100}%`,
  });
}

// What reads as it did stays as it is, so that nothing that is being read or selected is lost.
export function fill(place, nodes) {
  const wanted = place.cloneNode(false);
  wanted.append(...nodes);
  if (wanted.innerHTML !== place.innerHTML) place.replaceChildren(...wanted.childNodes);
}

function drawFrame(figure, days, words) {
  figure.querySelectorAll(".week-days > span").forEach((heading, day) => {
    const minute = (days.first + day) * DAY;
    const dayOfMonth = new Date(minute * 60_000).getUTCDate();
    heading.dataset.day = `${words.weekdays[dayOf(minute).weekday]} ${dayOfMonth}`;
  });
  const lines = (instants) => instants.map((at) => `M${place(days, at) / 100} 0V1`).join("");
  const [hours, midnights] = figure.querySelectorAll(".week-grid path");
  hours.setAttribute("d", lines(days.ticks));
  midnights.setAttribute("d", lines(days.starts.slice(1, DAYS)));
}

function drawNow(figure, days, now) {
  const picture = figure.querySelector(".week-picture");
  let line = picture.querySelector(".week-now");
  if (!line) {
    line = drawn("svg", { class: "week-now" });
    line.append(drawn("line", { y2: "100%" }), drawn("circle", { r: 4 }));
    picture.append(line);
  }
  const x = `${place(days, now) / 100}%`;
  line.firstElementChild.setAttribute("x1", x);
  line.firstElementChild.setAttribute("x2", x);
  line.lastElementChild.setAttribute("cx", x);
}

function rowsOf(figure, tag) {
  const department = figure.dataset.department;
  return [...document.querySelectorAll("[data-service][data-hours]")]
    .filter((row) => {
      const [slug, language] = row.dataset.service.split("/");
      return language === tag && (!department || slug === department);
    })
    .map((row) => readHours(row.dataset.hours));
}

/**
 * Draws `figure` for the seven days from today on the clock of `zone` at the moment `now`, a Date or
 * milliseconds. `zoneName` is what the page calls the clock; needed where it is another than before.
 * Says whether it could: the page carries hours and words for some two weeks.
 */
export function drawWeek(figure, zone, now, locale, zoneName = "") {
  const minute = minuteOf(now);
  const words = wordsOfPage();
  const days = sevenDays(zone, minute);
  if (!words || !areCarried(days, words)) {
    figure.querySelector(".week-now")?.remove();
    return false;
  }
  const list = new Intl.ListFormat(locale);
  drawFrame(figure, days, words);
  const isInWeek = ({ start, end }) => start < days.starts[DAYS] && days.starts[0] < end;
  let hasCancelled = false;
  for (const row of figure.querySelectorAll("li[data-tag]")) {
    const rows = rowsOf(figure, row.dataset.tag);
    const everOpen = union(rows.flatMap(opensOf));
    const cancelled = cancelledAllTheSame(rows.flatMap(cancelledOf), everOpen).filter(isInWeek);
    const opens = everOpen.filter(isInWeek);
    const current = opens.find(({ start, end }) => start <= minute && minute < end);
    hasCancelled ||= cancelled.length > 0;
    fill(figure.querySelector(`.week-bars[data-tag="${CSS.escape(row.dataset.tag)}"]`), [
      ...opens.map((span) => bar(days, span, span === current ? "now" : "")),
      ...cancelled.map((span) => bar(days, span, "cancelled")),
    ]);
    fill(row.lastElementChild, daysInWords(days, opens, cancelled, words, list));
  }
  figure.querySelector(".week-legend").hidden = !hasCancelled;
  if (zoneName || zone !== figure.dataset.zone) {
    for (const name of figure.querySelectorAll(".week-zone")) name.textContent = zoneName || zone;
  }
  figure.dataset.zone = zone;
  drawNow(figure, days, minute);
  return true;
}
