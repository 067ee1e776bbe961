// The first answer of the page, arranged for the languages that the visitor reads and for what
// holds now: the same rules as support/contact_page/cards/answer.py.

import { fill } from "./moment.js";

const primary = (tag) => tag.split("-")[0].toLowerCase();

function nearest(places, tag) {
  const same = ({ dataset }) => dataset.language.toLowerCase() === tag.toLowerCase();
  const near = ({ dataset }) => primary(dataset.language) === primary(tag);
  return (places.find(same) ?? places.find(near))?.dataset.language;
}

const languageSections = (place) => (place ? [...place.querySelectorAll(".language-answer")] : []);

// All that is read is one list, in which each desk names its language if there are several.
function moveToRead(list, section) {
  const { language, name } = section.dataset;
  for (const desk of section.querySelectorAll(".reachable > li")) {
    Object.assign(desk.dataset, { language, name });
    list.append(desk);
  }
  section.closest(".other-languages > li").remove();
}

function nameLanguage(desk) {
  const name = desk.querySelector(".department-name");
  if (name.querySelector(".desk-language")) return;
  const language = document.createElement("span");
  language.className = "desk-language";
  language.textContent = ` · ${desk.dataset.name}`;
  name.append(language);
}

// Returns them in order of preference. A language that nobody answers in is passed over, unless it
// is the page's own, which stays last where the visitor does not name it.
export function readIn(answer, tags) {
  const [read, others] = [answer.querySelector(".read"), answer.querySelector(".others")];
  const before = [...read.querySelectorAll("[data-language]")];
  const sections = languageSections(others);
  const places = [...before, ...sections];
  const named = tags.map((tag) => nearest(places, tag)).filter(Boolean);
  const languages = [...new Set([...named, ...before.map(({ dataset }) => dataset.language)])];
  const list = read.querySelector(".reachable");
  for (const section of sections) {
    if (languages.includes(section.dataset.language)) moveToRead(list, section);
  }
  if (languages.length > 1) for (const desk of list.children) nameLanguage(desk);
  return languages;
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

function arrangeDesks(list, statuses, languages = []) {
  const desks = [...list.children];
  const listed = [...statuses.keys()];
  const place = ({ dataset }) => listed.indexOf(dataset.service);
  const preference = ({ dataset }) => languages.indexOf(dataset.language);
  const far = new Map(desks.map((desk) => [desk, distance(statuses.get(desk.dataset.service))]));
  const sorted = desks.toSorted((a, b) => {
    const [one, other] = [far.get(a), far.get(b)];
    return (
      one[0] - other[0] || one[1] - other[1] || preference(a) - preference(b) || place(a) - place(b)
    );
  });
  if (sorted.some((desk, place) => desk !== desks[place])) list.append(...sorted);
  return far;
}

function stateOf(ranks) {
  const states = [["open", 0], ["closed", 1], ["closed", 3], ["unscheduled", 2]];
  return states.find(([, rank]) => ranks.includes(rank))?.[0] ?? "unserved";
}

// Returns how many desks of a language that is not read are open.
function update(section, statuses, words) {
  const far = [...arrangeDesks(section.querySelector(".reachable"), statuses).values()];
  const ranks = far.map(([rank]) => rank);
  section.dataset.state = stateOf(ranks);
  const word = section.querySelector("[data-state-word]");
  if (words.states[section.dataset.state]) word.textContent = words.states[section.dataset.state];
  return ranks.filter((rank) => rank === 0).length;
}

// Arranges the desks of what is read, and returns the languages with their names and states.
function updateRead(read, languages, statuses) {
  const far = arrangeDesks(read.querySelector(".reachable"), statuses, languages);
  return languages.map((tag) => {
    const places = [...read.querySelectorAll(`[data-language="${CSS.escape(tag)}"]`)];
    const ranks = places.filter((place) => far.has(place)).map((place) => far.get(place)[0]);
    return { name: places[0].dataset.name, state: stateOf(ranks) };
  });
}

const inLanguage = (template, name) => fill(template, { language: name });

function about(mine, words) {
  for (const state of ["open", "unscheduled", "closed"]) {
    const those = mine.filter((each) => each.state === state);
    const kind = state === "closed" && those.length > 1 ? "all_closed" : state;
    if (those.length > 0) return inLanguage(words.headlines[kind], those[0].name);
  }
  return inLanguage(words.headlines.unserved, mine[0].name);
}

// Says which languages the desks are of, unless the headline has, and what nobody serves.
function headRead(read, mine, said, words) {
  const served = mine.filter(({ state }) => state !== "unserved").map(({ name }) => name);
  const isOpen = mine.some(({ state }) => state === "open");
  const names = new Intl.ListFormat(words.locale).format(served);
  const sentence = isOpen || served.length === 0 ? "" : inLanguage(words.in_language, names);
  read.querySelector(".sentence").textContent = sentence;
  for (const line of read.querySelectorAll(".unserved")) {
    const unserved = inLanguage(words.headlines.unserved, line.dataset.name);
    line.textContent = said.includes(unserved) ? "" : unserved;
  }
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
export function arrange(answer, languages, statuses, words) {
  const [read, others] = [answer.querySelector(".read"), answer.querySelector(".others")];
  const mine = updateRead(read, languages, statuses);
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
  const isHelped = mine.some(({ state }) => ["open", "unscheduled"].includes(state));
  const open = sorted.find(({ dataset }) => dataset.state === "open");
  const isUnserved = mine.every(({ state }) => state === "unserved");
  const isOfDepartment = answer.matches(".department-answer");
  showHelping(answer.querySelector(".helping"), isHelped || isUnserved ? null : open, isOfDepartment);
  if (!isHelped && open && isUnserved) helpIn(open);
  const said = headline(about(mine, words), isHelped, open, rest.length > 0, words);
  headRead(read, mine, said, words);
  return said;
}

function headline(ofRead, isHelped, open, hasOthers, words) {
  if (!isHelped && open) return [inLanguage(words.headlines.open, open.dataset.name), ofRead];
  return [ofRead, !isHelped && hasOthers ? words.headlines.nobody : ""];
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
