// Remembers the chosen language for “/”, and tells a visitor whose browser prefers another
// language of the site that the page exists in it. Without this script the page is complete.

const YEAR = 365 * 24 * 60 * 60;
const page = document.documentElement.lang;

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-language]");
  if (link) {
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `language=${link.dataset.language}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
  }
});

// Storage is refused in some private windows: then a notice cannot be dismissed for good.
function isDismissed(name) {
  try {
    return localStorage.getItem(`notice-${name}`) === "dismissed";
  } catch {
    return false;
  }
}

function dismiss(name) {
  try {
    localStorage.setItem(`notice-${name}`, "dismissed");
  } catch {
    // It comes back with the next page.
  }
}

// One is enough: two would lie on one another.
function placeNotice(notice) {
  const { notice: name } = notice.dataset;
  if (isDismissed(name) || document.querySelector(".notice")) return;
  notice.querySelector("[data-dismiss]").addEventListener("click", () => {
    notice.remove();
    dismiss(name);
  });
  document.querySelector("main").before(notice);
}

// Pages that have an address have it in every language; the links at their foot know which.
function preferredLink() {
  if (!document.querySelector('link[rel="canonical"]')) return null;
  for (const tag of navigator.languages) {
    const language = tag.split("-")[0].toLowerCase();
    if (language === page) return null;
    const link = document.querySelector(`#languages [data-language="${CSS.escape(language)}"]`);
    if (link) return link;
  }
  return null;
}

async function tellOfLanguage({ href, dataset: { language } }) {
  const answer = await fetch(`/${language}/notice.html`);
  if (!answer.ok) return;
  const notice = new DOMParser().parseFromString(await answer.text(), "text/html").body.firstElementChild;
  notice.querySelector("a").href = href;
  placeNotice(notice);
}

const preferred = preferredLink();
if (preferred && !isDismissed(preferred.dataset.language)) tellOfLanguage(preferred).catch(() => {}); // it is only a hint

// The list of languages stands at the foot of the page; what leads there becomes a menu of its own.
function makeMenu(link) {
  const menu = document.createElement("details");
  const summary = document.createElement("summary");
  const nav = document.createElement("nav");
  menu.className = link.className;
  summary.append(...link.childNodes);
  nav.setAttribute("aria-label", link.dataset.label);
  nav.append(document.querySelector("#languages .language-links").cloneNode(true));
  menu.append(summary, nav);
  link.replaceWith(menu);
  return menu;
}

// A page in one language has none.
const link = document.querySelector(".language-menu");
const menu = link && makeMenu(link);
menu?.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menu.open) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
