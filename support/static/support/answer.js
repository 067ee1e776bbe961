// The first answer of the page, arranged for the languages that the visitor reads and for what
// holds now: the same rules as support/contact_page/cards/answer.py.

import { fill } from "./moment.js";

const primary = (tag) => tag.split("-")[0].toLowerCase();

function sectionFor(sections, tag) {
  const same = (section) => section.dataset.language.toLowerCase() === tag.toLowerCase();
  const near = (section) => primary(section.dataset.language) === primary(tag);
  return sections.find(same) ?? sections.find(near);
}

const languageSections = (place) => (place ? [...place.querySelectorAll(".language-answer")] : []);

// Only what is read has a heading and stands open; the others are items of a list.
function moveToRead(place, section) {
  if (!section.querySelector(".sentence")) {
    const heading = document.createElement("h2");
    heading.className = "sentence";
    section.firstElementChild.prepend(heading);
    section.open = true;
  }
  const item = section.closest(".other-languages > li");
  place.append(section);
  item?.remove();
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
  if (!isAsBefore) for (const section of wanted) moveToRead(read, section);
  [...wanted].forEach((section, place) => (section.dataset.preferred = place));
  return [...wanted].map((section) => section.dataset.language);
}

// The languages that are read stand in sight in each department, the others are folded.
export function readRows(departments, languages) {
  for (const mine of departments.querySelectorAll("[data-mine]")) {
    const all = [...mine.parentElement.querySelectorAll(".languages > [data-language]")];
    const read = languages.flatMap((tag) => all.filter((row) => row.dataset.language === tag));
    if (String(read) !== String([...mine.children]) || read.some((row, i) => row !== mine.children[i])) {
      mine.append(...read);
    }
    for (const row of read) if (!row.querySelector(".state")) sayAsAbove(row);
  }
}

// What a desk of the answer says and offers, but for what is no button.
function sayAsAbove(row) {
  const service = CSS.escape(row.dataset.service);
  const desk = document.querySelector(`.reachable > [data-service="${service}"]`);
  const [state, ...actions] = [...desk.querySelectorAll(".state, .actions, .actions + template")].map(
    (element) => element.cloneNode(true),
  );
  row.querySelector(".language-name").after(" ", state);
  row.append(...actions);
  for (const link of row.querySelectorAll(".actions a:not(.button)")) link.remove();
  for (const template of row.querySelectorAll(".actions + template")) {
    for (const link of template.content.querySelectorAll("a:not(.button)")) link.remove();
  }
}

// Open, then by when they open, without set hours, closed for good; among equals as staff list the
// departments, which is the order of `statuses`.
function distance(status) {
  if (status?.state === "open") return [0, 0];
  if (status?.state === "unscheduled") return [2, 0];
  return status?.changesAt ? [1, status.changesAt] : [3, 0];
}

function arrangeDesks(list, statuses) {
  const desks = [...list.children];
  const listed = [...statuses.keys()];
  const place = (desk) => listed.indexOf(desk.dataset.service);
  const far = new Map(desks.map((desk) => [desk, distance(statuses.get(desk.dataset.service))]));
  const sorted = desks.toSorted((a, b) => {
    const [one, other] = [far.get(a), far.get(b)];
    return one[0] - other[0] || one[1] - other[1] || place(a) - place(b);
  });
  if (sorted.some((desk, place) => desk !== desks[place])) list.append(...sorted);
  return far;
}

function update(section, statuses, words) {
  const far = [...arrangeDesks(section.querySelector(".reachable"), statuses).values()];
  const has = (rank) => far.some(([each]) => each === rank);
  const states = [["open", 0], ["closed", 1], ["closed", 3], ["unscheduled", 2]];
  const state = states.find(([, rank]) => has(rank))?.[0] ?? "unserved";
  const kind = state === "closed" && has(1) ? "next" : state;
  section.dataset.state = state;
  const sentence = section.querySelector(".sentence");
  if (sentence) sentence.textContent = inLanguage(words.sentences[kind], section);
  const word = section.querySelector("[data-state-word]");
  if (word && words.states[state]) word.textContent = words.states[state];
  return far.filter(([rank]) => rank === 0).length;
}

const inLanguage = (template, section) => fill(template, { language: section.dataset.name });

function about(sections, words) {
  for (const state of ["open", "unscheduled", "closed"]) {
    const those = sections.filter((section) => section.dataset.state === state);
    const kind = state === "closed" && those.length > 1 ? "all_closed" : state;
    if (those.length > 0) return inLanguage(words.headlines[kind], those[0]);
  }
  return inLanguage(words.headlines.unserved, sections[0]);
}

// Where nobody serves what is read, another language stands open, once: the visitor may fold it.
function helpIn(section) {
  if (section.dataset.helps) return;
  section.dataset.helps = "true";
  section.open = true;
}

// Where nobody answers in what is read, who does in another language is in reach before what is
// closed: a button for each desk, with its name on it.
function showHelping(place, section, isOfDepartment) {
  const desks = section ? [...section.querySelectorAll(".reachable > li")] : [];
  const open = desks.filter((desk) => desk.querySelector(".state-open"));
  const made = open.map((desk) => {
    const button = desk.querySelector(":scope > .actions > .button").cloneNode(true);
    const name = desk.querySelector(".department-name").cloneNode(true);
    if (!isOfDepartment) button.replaceChildren(...name.childNodes);
    return button;
  });
  if (String(made.map(({ href }) => href)) !== String([...place.children].map(({ href }) => href))) {
    place.replaceChildren(...made);
  }
}

// Returns the headline, and what it leaves out.
export function arrange(answer, statuses, words) {
  const [read, others] = [answer.querySelector(".read"), answer.querySelector(".others")];
  const mine = languageSections(read);
  for (const section of mine) update(section, statuses, words);
  const late = ({ dataset }) => Number(dataset.state !== "open");
  const nearest = mine.toSorted(
    (a, b) => late(a) - late(b) || a.dataset.preferred - b.dataset.preferred,
  );
  if (nearest.some((section, place) => section !== mine[place])) read.append(...nearest);
  const counts = new Map();
  const rest = languageSections(others);
  for (const section of rest) counts.set(section, update(section, statuses, words));
  const tag = (section) => section.dataset.language;
  const sorted = rest.toSorted(
    (a, b) => counts.get(b) - counts.get(a) || (tag(a) < tag(b) ? -1 : 1),
  );
  if (sorted.some((section, place) => section !== rest[place])) {
    const items = sorted.map((section) => section.closest("li"));
    items[0].parentElement.append(...items);
  }
  const ofRead = about(nearest, words);
  const isHelped = mine.some(({ dataset }) => ["open", "unscheduled"].includes(dataset.state));
  const open = sorted.find(({ dataset }) => dataset.state === "open");
  const isUnserved = mine.every(({ dataset }) => dataset.state === "unserved");
  const isOfDepartment = answer.matches(".department-answer");
  showHelping(answer.querySelector(".helping"), isHelped || isUnserved ? null : open, isOfDepartment);
  if (!isHelped && !open && rest.length > 0) return [ofRead, words.headlines.nobody];
  if (isHelped || !open) return [ofRead, ""];
  if (isUnserved) helpIn(open);
  return [inLanguage(words.headlines.open, open), ofRead];
}

// What can be pressed follows the state.
export function writeActions(desk, state) {
  const actions = desk.querySelector(":scope > .actions");
  const when = state === "closed" ? "closed" : "open";
  const template = desk.querySelector(":scope > .actions + template");
  if (!template || actions.dataset.when === when) return;
  const other = template.content.firstElementChild;
  template.content.append(actions);
  template.before(other);
}
