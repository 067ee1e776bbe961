// Keeps an open page right: states change at the very minute at which they change, without a
// request, told on the visitor's own clock. Runs before the page is first painted, so nothing jumps.

import { arrange, readIn, readRows, writeActions } from "./answer.js";
import { writeComingDays } from "./coming_days.js";
import { minuteOf, readHours, statusAt } from "./hours.js";
import { preferredLanguages, preferredZone, showPreferences } from "./preferences.js";
import { exceptionAt, isReason, markHours, writeRule, writeState } from "./state.js";
import { retell } from "./told_time.js";
import { clockOf, dayOf } from "./wall_clock.js";
import { drawWeek } from "./week.js";

// What is not to be seen comes as scripts of no kind, since text browsers show what is in a template.
for (const script of document.querySelectorAll('main script[type="text/html"]')) {
  const template = document.createElement("template");
  Object.assign(template.dataset, script.dataset);
  template.innerHTML = script.textContent;
  script.replaceWith(template);
}

const RELOADED = "reloaded";

// In minutes.
const SOON = 60;

const main = document.querySelector("main[data-live]");
const words = JSON.parse(document.getElementById("words").textContent);
const answer = main.querySelector(".answer:has(> .read)");
const headline = answer?.querySelector("[data-headline]");
const besides = answer?.querySelector("[data-besides]");
const title = document.title;
const zone = preferredZone(main.dataset.zone);
// The page as it came may be told on another clock than the visitor's.
const isOnOtherClock = zone !== main.dataset.zone;
const clockName = isOnOtherClock && zone ? words.own_zone : "";

const rows = [...main.querySelectorAll(".languages > [data-service]")].map((row) => ({
  row,
  hours: row.dataset.hours ? readHours(row.dataset.hours) : null,
  desks: main.querySelectorAll(`[data-service="${CSS.escape(row.dataset.service)}"]`),
  said: "",
}));

// On the clock on which the change is told, so that what is tomorrow is today from midnight on.
function dayOn({ zone: own }, minute) {
  const key = zone || own?.[0];
  return key ? dayOf(clockOf(key)(minute)).number : "";
}

function key(day, state, changesAt, exception, reason) {
  return `${day} ${state} ${changesAt} ${exception ? "exception" : ""} ${reason ? "reason" : ""}`;
}

function say(each, status, minute) {
  const exception = exceptionAt(each.row, minute, status.state);
  const reason = isReason(exception, minute) ? exception : null;
  const now = key(dayOn(status, minute), status.state, status.changesAt, exception, reason);
  if (now === each.said) return;
  each.said = now;
  // What is folded on the contact page says hours alone.
  const desks = [...each.desks].filter((desk) => desk.querySelector(".state"));
  if (desks[0].querySelector(".state").dataset.state !== status.state) markHours(each.row, status.state);
  for (const desk of desks) {
    writeState(desk.querySelector(".state"), status, minute, exception, reason, zone, words);
    writeActions(desk, status.state);
  }
  writeRule(each.row, status.state, exception, words);
}

// An open page that is older than what it carries asks for a new one, but not again and again.
function reload() {
  const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
  if (document.hidden || !navigator.onLine || Date.now() - last < 3_600_000) return;
  sessionStorage.setItem(RELOADED, Date.now());
  location.reload();
}

function sayAll() {
  const minute = minuteOf(Date.now());
  const statuses = new Map();
  for (const each of rows) {
    const status = each.hours ? statusAt(each.hours, minute) : { state: "unscheduled" };
    if (status === null) return reload();
    if (each.hours) say(each, status, minute);
    if (each.hours) writeComingDays(each.row, each.hours, zone, minute, words.locale);
    statuses.set(each.row.dataset.service, status);
  }
  for (const line of main.querySelectorAll("li[data-until]")) line.hidden = line.dataset.until <= minute;
  for (const figure of main.querySelectorAll(".week")) {
    drawWeek(figure, zone || figure.dataset.zone, Date.now(), words.locale, clockName);
  }
  for (const each of rows) writeSoon(each.desks, statuses.get(each.row.dataset.service), minute);
  if (answer) {
    [headline.textContent, besides.textContent] = arrange(answer, languages, statuses, words);
    const isOpen = answer.querySelector(".read .state-open") !== null;
    document.title = `${isOpen ? "●" : "○"} ${title}`;
  }
}

// “in 25 minutes”, beside the time of the next opening.
function writeSoon(desks, status, minute) {
  const left = status.state === "closed" && status.changesAt !== null ? status.changesAt - minute : Infinity;
  for (const desk of desks) {
    desk.querySelector(".soon")?.remove();
    if (left > SOON) continue;
    const soon = document.createElement("span");
    soon.className = "soon";
    const told = new Intl.RelativeTimeFormat(words.locale).format(left, "minute");
    soon.textContent = told.replace(/(?<=\d) (?=[一-鿿])/, ""); // Japanese has no space there
    desk.querySelector(".state")?.after(soon);
  }
}

let languages = [];
let timer = 0;

function tick() {
  clearTimeout(timer);
  timer = setTimeout(tick, 60_000 - (Date.now() % 60_000));
  const before = headline?.textContent;
  sayAll();
  if (headline && headline.textContent !== before) {
    answer.querySelector("[data-announcement]").textContent = headline.textContent;
  }
}

if (answer) {
  // It says what the desks below are shown for; where no script tells, it stands behind them.
  answer.querySelector(".read").before(answer.querySelector(".preferences"));
  const asked = main.dataset.languages.split(" ").filter(Boolean);
  languages = readIn(answer, asked.length ? asked : preferredLanguages());
  readRows(main, languages);
  showPreferences(main, { languages, zone, clockName }, words);
}
if (isOnOtherClock && zone) {
  const templates = [...main.querySelectorAll("template[data-from]")].map(({ content }) => content);
  for (const root of [main, ...templates]) retell(root, zone, words.locale);
}
sayAll();
tick();
document.addEventListener("visibilitychange", tick);
addEventListener("pageshow", tick);
addEventListener("online", tick);
