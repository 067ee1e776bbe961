// A state, its reason and its next change, written as templates/support/state.html has them, and the
// rule that a row unfolds.

import { fillBraces, moment } from "./moment.js";
import { clockOf, DAY } from "./wall_clock.js";

const RULES = { open: "window", closed: "outside-hours" };

function span(name, ...children) {
  const element = document.createElement("span");
  element.className = name;
  element.append(...children);
  return element;
}

// What the server wrote down for the time at which an exception decides; null on ordinary days.
export function exceptionAt(row, minute, state) {
  const templates = [...row.querySelectorAll("template[data-from]")];
  const holds = ({ dataset }) =>
    dataset.state === state && dataset.from <= minute && minute < dataset.until;
  return templates.find(holds) ?? null;
}

// Whether the hours would be otherwise without the exception: only then it is the reason.
export function isReason(exception, minute) {
  const edges = exception?.dataset.otherwise.split(" ").map(Number) ?? [];
  return edges.some((edge, place) => place % 2 === 0 && edge <= minute && minute < edges[place + 1]);
}

function changeInWords({ state, changesAt, zone: own, isRoundTheClock }, minute, exception, zone, words) {
  if (changesAt === null) {
    return exception?.content.querySelector(".for-good")?.textContent ?? words.for_good[state];
  }
  const [key, name] = zone ? [zone, ""] : own;
  const isMidnight = clockOf(key)(changesAt) % DAY === 0;
  const always = isMidnight ? "round_the_clock_until_a_day" : "round_the_clock";
  const patterns = words.changes[isRoundTheClock ? always : state];
  const ends = state === "open" && !isRoundTheClock;
  const told = moment(changesAt, key, minute, ends, words);
  const said = fillBraces(patterns[told.pattern], told);
  return zone ? said : fillBraces(words.with_zone, { words: said, zone: name });
}

function change(status, text) {
  if (status.changesAt === null) return span("state-change", text);
  const time = document.createElement("time");
  time.className = "state-change";
  time.dateTime = new Date(status.changesAt * 60_000).toISOString();
  time.textContent = text;
  return time;
}

// `reason` is the exception, where it is one; `zone` is empty for the clock of the hours, whose name is then said.
export function writeState(element, status, minute, exception, reason, zone, words) {
  const text = changeInWords(status, minute, exception, zone, words);
  element.className = `state state-${status.state}`;
  element.dataset.state = status.state;
  const said = reason?.content.querySelector(".state-words").cloneNode(true).childNodes;
  const word = said ?? [span("state-word", words.states[status.state])];
  const dot = Object.assign(document.createElement("span"), { ariaHidden: "true", textContent: "·" });
  element.replaceChildren(...word, " ", dot, " ", change(status, text));
}

export function writeRule(row, state, exception, words) {
  const why = row.querySelector(".why");
  if (!why) return; // it stands on the page of the department
  for (const sentence of why.querySelectorAll("p[data-rule]")) {
    if (Object.values(RULES).includes(sentence.dataset.rule)) {
      sentence.hidden = Boolean(exception) || sentence.dataset.rule !== RULES[state];
    } else {
      sentence.remove();
    }
  }
  const sentences = exception?.content.cloneNode(true).querySelectorAll("p[data-rule]") ?? [];
  why.querySelector("summary").after(...sentences);
  why.querySelector(".state-rule").textContent = exception ? words.why : words.rules[state];
}

// Which of several windows holds is not carried: then none is marked until the page comes anew.
export function markHours(row, state) {
  const lines = row.querySelectorAll(".hours > :not(.on-clock)");
  for (const line of lines) line.removeAttribute("aria-current");
  if (state === "open" && lines.length === 1) lines[0].setAttribute("aria-current", "time");
}
