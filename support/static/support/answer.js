// The first answer of the page, arranged for the languages that the visitor reads and for what
// holds now: the same rules as support/contact_page/cards/answer.py.

import { fill } from "./moment.js";

const primary = (tag) => tag.split("-")[0].toLowerCase();

function sectionFor(sections, tag) {
  const same = (section) => section.dataset.language.toLowerCase() === tag.toLowerCase();
  const near = (section) => primary(section.dataset.language) === primary(tag);
  return sections.find(same) ?? sections.find(near);
}

const languageSections = (place) => [...place.querySelectorAll(":scope > .language-answer")];

function moveTo(place, section, level) {
  const heading = section.firstElementChild;
  if (heading.localName !== level) {
    const other = document.createElement(level);
    other.append(...heading.childNodes);
    heading.replaceWith(other);
  }
  place.append(section);
}

// A language that nobody answers in is passed over, unless it is the page's own, which stays last
// where the visitor does not name it.
export function readIn(answer, tags) {
  const [read, others] = [answer.querySelector(".read"), answer.querySelector(".others")];
  const before = languageSections(read);
  const sections = [...before, ...languageSections(others)];
  const wanted = new Set([...tags.map((tag) => sectionFor(sections, tag)), ...before]);
  wanted.delete(undefined);
  const isAsBefore = [...wanted].every((section, place) => section === before[place]);
  if (!isAsBefore) for (const section of wanted) moveTo(read, section, "h2");
  return [...wanted].map((section) => section.dataset.language);
}

function update(section, statuses, words) {
  const cards = [...section.querySelectorAll("[data-service]")];
  const of = (card) => statuses.get(card.dataset.service);
  const open = cards.filter((card) => of(card)?.state === "open");
  const openings = cards.map((card) => of(card)?.changesAt ?? Infinity);
  const first = Math.min(...openings);
  const next = cards.filter((card, place) => openings[place] === first && first < Infinity);
  const unscheduled = cards.filter((card) => of(card)?.state === "unscheduled");
  const shown = [open, next, unscheduled].find((those) => those.length > 0) ?? [];
  for (const card of cards) card.hidden = !shown.includes(card);
  const states = new Set(cards.map((card) => of(card)?.state));
  const state = ["open", "closed", "unscheduled"].find((each) => states.has(each)) ?? "unserved";
  const kind = state === "closed" && shown.length > 0 ? "next" : state;
  section.dataset.state = state;
  section.querySelector(".sentence").textContent = inLanguage(words.sentences[kind], section);
  return open.length;
}

const inLanguage = (template, section) => fill(template, { language: section.dataset.name });

function headline(sections, words) {
  for (const state of ["open", "unscheduled", "closed"]) {
    const those = sections.filter((section) => section.dataset.state === state);
    const kind = state === "closed" && those.length > 1 ? "all_closed" : state;
    if (those.length > 0) return inLanguage(words.headlines[kind], those[0]);
  }
  return inLanguage(words.headlines.unserved, sections[0]);
}

// Returns the headline.
export function arrange(answer, statuses, words) {
  const [read, others] = [answer.querySelector(".read"), answer.querySelector(".others")];
  const mine = languageSections(read);
  for (const section of mine) {
    update(section, statuses, words);
    section.hidden = false;
  }
  const counts = new Map();
  const rest = languageSections(others);
  for (const section of rest) {
    counts.set(section, update(section, statuses, words));
    section.hidden = section.dataset.state !== "open";
  }
  const tag = (section) => section.dataset.language;
  rest.sort((a, b) => counts.get(b) - counts.get(a) || (tag(a) < tag(b) ? -1 : 1));
  for (const section of rest) moveTo(others, section, "h3");
  const isOpenInOthers = rest.some((section) => !section.hidden);
  others.querySelector("h2").hidden = !isOpenInOthers;
  const isOpen = isOpenInOthers || mine.some((section) => section.dataset.state === "open");
  const nobody = answer.querySelector(".nobody");
  if (nobody) nobody.hidden = isOpen;
  return headline(mine, words);
}
