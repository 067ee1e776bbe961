// <support-status department="sales" language="ja">: whether a department answers, and until when.
// What stands inside it is shown until that is known, and whenever it is not.

const NAMES = ["department", "language", "locale", "zone"];
const HOME = new URL(".", import.meta.url);
const ASK_AGAIN = 6 * 60 * 60 * 1000;
const TRY_AGAIN = 5 * 60 * 1000;
// A timer stands still while a laptop sleeps: look at the clock.
const LOOK = 60 * 1000;

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
a { color: inherit; text-decoration: none }
.name { font-weight: 600; text-decoration: underline; text-underline-offset: .2em }
.served:not(:empty)::before, .change::before { content: "· " }
.served { margin-inline-end: .35em }
.mark { display: inline-block; padding: .25em; border: .125em solid; border-radius: 50% }
.open .mark { padding: 0; border: .375em solid #1b9e5a }
.unscheduled .mark { border-style: dashed }
[hidden] { display: none }
`);

const make = (name) => document.createElement(name);
const answers = new Map();
const badges = new Set();

// One answer for all badges that ask the same; where asking fails, the old one stays.
function ask(address) {
  const known = answers.get(address);
  const age = Date.now() - known?.asked;
  if (age >= 0 && age < known.lasts) return known;
  const answer = { asked: Date.now(), lasts: ASK_AGAIN, content: known?.content };
  answers.set(address, answer);
  answer.ready = load(address).then(
    (content) => (answer.content = content),
    () => (answer.lasts = TRY_AGAIN),
  );
  return answer;
}

async function load(address) {
  const response = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" });
  const content = await response.json();
  if (response.ok) return content;
  if (response.status >= 500) throw response;
  console.warn(`<support-status>: ${content.error.message}`);
  return null;
}

class SupportStatus extends HTMLElement {
  static observedAttributes = NAMES;
  #parts = {};
  #link = make("a");
  #fallback = make("slot");
  #shown;
  #timer;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    this.#link.hidden = true;
    for (const name of ["mark", "name", "served", "state", "change"]) {
      const part = make("span");
      part.className = part.part = name;
      this.#parts[name] = part;
      this.#link.append(part, " ");
    }
    root.append(this.#link, this.#fallback);
  }

  connectedCallback() {
    badges.add(this);
    this.look();
  }

  disconnectedCallback() {
    badges.delete(this);
    clearTimeout(this.#timer);
  }

  attributeChangedCallback() {
    queueMicrotask(() => this.look());
  }

  get #address() {
    const [department, language, locale, zone] = NAMES.map((name) => this.getAttribute(name) ?? "");
    const page = this.closest("[lang]") ?? document.documentElement;
    const query = new URLSearchParams({ department, language });
    query.set(locale ? "locale" : "page_lang", locale || page.lang);
    query.set(zone ? "zone" : "visitor_zone", zone || Intl.DateTimeFormat().resolvedOptions().timeZone);
    return `${HOME}status.json?${query}`;
  }

  // Say what is so now, and come back when something else is.
  look() {
    clearTimeout(this.#timer);
    if (document.hidden || !badges.has(this)) return;
    const { asked, lasts, content, ready } = ask(this.#address);
    const now = Date.now();
    let state = null;
    let next = asked + lasts;
    if (content && now < content.until * 1000) {
      for (const entry of content.states) {
        if (entry[0] * 1000 <= now) state = entry;
        else next = Math.min(next, entry[0] * 1000);
      }
      next = Math.min(next, content.until * 1000);
    }
    this.#show(content, state);
    this.#timer = setTimeout(() => this.look(), Math.min(next - now, LOOK));
    ready.then(() => {
      if (answers.get(this.#address)?.content !== content) this.look();
    });
  }

  #show(content, state) {
    const shown = state && JSON.stringify([content, state]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#link.hidden = !state;
    this.#fallback.hidden = !!state;
    if (!state) return;
    const [, kind, change] = state;
    const { name, name_lang, served, url, locale, dir, words } = content;
    Object.assign(this.#link, { href: url, lang: locale, dir, className: kind, part: `link ${kind}` });
    this.#parts.mark.part = `mark mark-${kind}`;
    for (const [part, text] of Object.entries({ name, served, state: words[kind], change })) {
      this.#parts[part].textContent = text;
    }
    this.#parts.name.lang = name_lang;
  }
}

if (!customElements.get("support-status")) customElements.define("support-status", SupportStatus);

const lookAll = () => badges.forEach((badge) => badge.look());
document.addEventListener("visibilitychange", lookAll);
for (const event of ["pageshow", "focus", "online"]) addEventListener(event, lookAll);
