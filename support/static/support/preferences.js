// What a visitor reads and whose clock they live by: what the address says, else what is
// remembered, else the browser. The server reads an address by itself; the rest is only known here.

import { fill } from "./moment.js";
import { browserZone, isZone } from "./wall_clock.js";

const COOKIE = /(?:^|; )preferences=([^;]*)/;

function remembered() {
  const [, text] = COOKIE.exec(document.cookie) ?? [];
  try {
    return new URLSearchParams(decodeURIComponent(text ?? ""));
  } catch {
    return new URLSearchParams();
  }
}

// Empty for the clock of each department. `shown` is the clock of the page as it came.
export function preferredZone(shown) {
  if (new URLSearchParams(location.search).has("tz")) return shown;
  const tz = remembered().get("tz");
  if (tz === null) return browserZone();
  return isZone(tz) ? tz : "";
}

// As the visitor, or their browser, writes them; in order of preference.
export function preferredLanguages() {
  const said = remembered().getAll("languages");
  return said.length > 0 ? said : [...navigator.languages];
}

function zoneName(zone, locale) {
  if (zone === "UTC" || zone === "Etc/UTC") return "UTC";
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "longGeneric" });
  return format.formatToParts().find(({ type }) => type === "timeZoneName").value;
}

// Every zone to choose from, by key and name, written down only when somebody wants to choose.
function offerZones(list, locale) {
  if (list.children.length > 0) return;
  const zones = Intl.supportedValuesOf?.("timeZone") ?? [];
  list.append(...zones.map((zone) => new Option(zoneName(zone, locale), zone)));
}

const isRemembered = () => COOKIE.test(document.cookie);

// The form says what holds, so that whoever changes one thing keeps the others.
export function showPreferences(main, { languages, zone, clockName }, words) {
  const form = main.querySelector("[data-preferences]");
  const boxes = [...form.elements.languages];
  boxes.forEach((box, place) => (box.value = languages[place] ?? ""));
  const box = form.elements.tz;
  if (!box.hasAttribute("aria-invalid")) box.value = zone;
  box.addEventListener("focus", () => offerZones(box.list, words.locale), { once: true });
  if (isRemembered()) form.querySelector("[data-forget]").hidden = false;
  const name = (tag) => [...boxes[0].options].find(({ value }) => value === tag)?.text ?? tag;
  const list = new Intl.ListFormat(words.locale).format(languages.map(name));
  main.querySelector("[data-languages-read]").textContent = fill(words.languages, { languages: list });
  if (!clockName) return;
  const isChosen = remembered().get("tz") !== null;
  const clock = isChosen ? fill(words.clock_named, { clock: zoneName(zone, words.locale) }) : words.clock_shown;
  main.querySelector("[data-clock-shown]").textContent = clock;
}
