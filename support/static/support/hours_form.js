// The lines of a week on a department's form: what a line says while somebody types, days and hours
// by one click, more days or another language like it, and folded fields when they are opened.
// The server reads what is typed, so that one rule holds.

const PAUSE = 250; // milliseconds after the last key
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR"];
const WEEKEND = ["SA", "SU"];

const group = document.querySelector(".week[data-read]");
const lines = () => [...group.querySelectorAll(".week-line:not(.empty-form)")];
const prefixOf = (line) => line.id;
const named = (line, name) => [...line.querySelectorAll(`[name="${prefixOf(line)}-${name}"]`)];
const boxOf = (line, name) => named(line, name)[0];
const valueOf = (line, name) => boxOf(line, name)?.value.trim() ?? "";
const ticked = (line) => named(line, "weekdays").filter((box) => box.checked).map(({ value }) => value);

// What a line says.

const waiting = new WeakMap();

function readSoon(line) {
  clearTimeout(waiting.get(line));
  waiting.set(line, setTimeout(() => read(line), PAUSE));
}

async function read(line) {
  const words = line.querySelector(".week-words");
  const mistake = line.querySelector(".week-mistake");
  if (!words || !mistake) return;
  const typed = new URLSearchParams(
    ["hours", "language", "zone"].map((name) => [name, valueOf(line, name)]),
  );
  for (const day of ticked(line)) typed.append("weekdays", day);
  line.dataset.asked = typed;
  try {
    const answer = await (await fetch(`${group.dataset.read}?${typed}`)).json();
    if (line.dataset.asked !== String(typed)) return;
    if (answer.words) words.textContent = answer.words;
    mistake.textContent = answer.mistake;
  } catch {
    mistake.textContent = ""; // the server says it when the form is sent
  }
}

// Days and hours by one click.

function tick(line, days) {
  for (const box of named(line, "weekdays")) box.checked = days.includes(box.value);
  readSoon(line);
}

function enterRoundTheClock(line) {
  boxOf(line, "hours").value = "00:00–24:00";
  readSoon(line);
}

// Another line like it.

const OWN = ["id", "hours", "DELETE", "department", "weekdays"];

function addLine() {
  group.querySelector(".add-row a").click();
  return lines().at(-1);
}

function copyFields(from, to, without) {
  const start = `${prefixOf(from)}-`;
  const holidays = from.querySelector(`#id_${prefixOf(from)}-holidays_except`);
  const place = to.querySelector(`#id_${prefixOf(to)}-holidays_except`);
  if (holidays && place) {
    place.replaceChildren(...[...holidays.children].map((each) => each.cloneNode(true)));
    rename(place, prefixOf(from), prefixOf(to));
  }
  const names = new Set([...from.querySelectorAll("[name]")].map(({ name }) => name));
  for (const name of [...names].filter((each) => each.startsWith(start))) {
    const field = name.slice(start.length);
    if ([...OWN, ...without].includes(field)) continue;
    named(from, field).forEach((box, number) => {
      const same = named(to, field)[number];
      if (!same) return;
      if (box.type === "checkbox") same.checked = box.checked;
      else same.value = box.value;
    });
  }
}

function addDays(line) {
  const language = valueOf(line, "language");
  const days = lines().filter((each) => valueOf(each, "language") === language).flatMap(ticked);
  const free = [...WEEKDAYS, ...WEEKEND].filter((day) => !days.includes(day));
  const taken = named(line, "weekdays").filter((box) => box.defaultChecked && !box.checked);
  const dropped = taken.map(({ value }) => value).filter((day) => free.includes(day));
  const added = addLine();
  copyFields(line, added, []);
  tick(added, dropped.length ? dropped : free);
  boxOf(added, "hours").focus();
}

function addLanguage(line) {
  const language = valueOf(line, "language");
  const alike = lines().filter((each) => valueOf(each, "language") === language);
  const added = alike.map((each) => {
    const copy = addLine();
    copyFields(each, copy, ["language"]);
    tick(copy, ticked(each));
    boxOf(copy, "hours").value = valueOf(each, "hours");
    return copy;
  });
  for (const copy of added.slice(1)) {
    boxOf(added[0], "language").addEventListener("change", ({ target }) => {
      boxOf(copy, "language").value ||= target.value;
      readSoon(copy);
    });
  }
  boxOf(added[0], "language").focus();
}

// Folded fields, from the form that “Add another” copies.

function rename(root, from, to) {
  for (const each of root.querySelectorAll("*")) {
    for (const name of ["id", "name", "for", "aria-describedby"]) {
      const value = each.getAttribute(name);
      if (value?.includes(from)) each.setAttribute(name, value.replaceAll(`${from}-`, `${to}-`));
    }
  }
}

function offer(fields, name, choices) {
  const place = fields.querySelector(`[id$="-${name}"]`);
  choices.forEach(([value, words], number) => {
    const id = `${place.id}_${number}`;
    const label = document.createElement("label");
    label.htmlFor = id;
    const box = Object.assign(document.createElement("input"), {
      type: "checkbox",
      name: place.id.replace(/^id_/, ""),
      value,
      id,
    });
    label.append(box, ` ${words}`);
    const row = document.createElement("div");
    row.append(label);
    place.append(row);
  });
}

function unfold(fold) {
  const button = fold.querySelector('[name="_unfold"]');
  const template = group.querySelector(`.empty-form [data-fold="${fold.dataset.fold}"]`);
  if (!button || !template) return;
  const fields = template.querySelector(".aligned").cloneNode(true);
  rename(fields, "windows-__prefix__", prefixOf(fold.closest(".week-line")));
  const offers = JSON.parse(fold.dataset.offers || "{}");
  for (const [name, choices] of Object.entries(offers)) offer(fields, name, choices);
  button.parentElement.replaceWith(fields);
  const detail = { formsetName: "windows" };
  fields.dispatchEvent(new CustomEvent("formset:added", { bubbles: true, detail }));
}

// The buttons.

const TOOLS = [
  ["weekdays", (line) => tick(line, WEEKDAYS)],
  ["weekend", (line) => tick(line, WEEKEND)],
  ["everyDay", (line) => tick(line, [...WEEKDAYS, ...WEEKEND])],
  ["allDay", enterRoundTheClock],
  ["otherDays", addDays],
  ["otherLanguage", addLanguage],
];

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

function enhance(line) {
  if (line.dataset.ready || !boxOf(line, "hours")) return;
  line.dataset.ready = "yes";
  const mayAdd = Boolean(group.querySelector(".empty-form"));
  const tools = document.createElement("div");
  tools.className = "week-tools";
  for (const [name, act] of mayAdd ? TOOLS : TOOLS.slice(0, 4)) {
    tools.append(button(group.dataset[name], () => act(line)));
  }
  line.querySelector(".week-folds").before(tools);
  const mistake = document.createElement("output");
  mistake.className = "week-mistake";
  mistake.htmlFor = boxOf(line, "hours").id;
  line.querySelector(".week-fields").after(mistake);
}

if (group) {
  lines().forEach(enhance);
  group.addEventListener("formset:added", ({ target }) => {
    if (target.matches(".week-line")) enhance(target);
  });
  for (const kind of ["input", "change"]) {
    group.addEventListener(kind, ({ target }) => {
      const line = target.closest(".week-fields")?.closest(".week-line");
      if (line) readSoon(line);
    });
  }
  group.addEventListener("toggle", ({ target }) => unfold(target), true);
}
