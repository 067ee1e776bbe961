// Finds on this page what is typed. The rules for words stand in support/page_search/ as well.

const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", "’": "'" };

function foldOne(cluster) {
  return cluster
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "") // what makes か into が is not among them
    .normalize("NFKC")
    .replace(/[-\u00ad\u2010\u2011]/g, "")
    .replace(/[ァ-ヶヽヾ]/g, (kana) => String.fromCharCode(kana.charCodeAt() - 96))
    .replace(/[ßæœø’]/g, (letter) => LETTERS[letter]);
}

// As it is compared, and where each character of that stands in the original.
function fold(text) {
  let folded = "";
  const places = [];
  for (const { 0: cluster, index } of text.matchAll(/.[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*/gsu)) {
    folded += foldOne(cluster);
    while (places.length < folded.length) places.push(index);
  }
  return { folded, places: [...places, text.length] };
}

// “fuer” may be “fur”, as “für” is when compared. Japanese is separated after a particle and
// between kanji and katakana.
function words(query) {
  const separated = query
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(.)[のはがをにでとへもや](?=[一-鿿ァ-ヶa-z0-9])/g, "$1 ")
    .replace(/[一-鿿々](?=[ァ-ヶ])|[ァ-ヶー](?=[一-鿿])/g, "$& ");
  const found = fold(separated).folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return found.map((word) => [word, word.replace(/([aou])e/g, "$1").replace(/aa/g, "a")]);
}

// Best where a word begins, as one may anywhere in Japanese.
function position(folded, spellings) {
  let inside;
  for (const spelling of spellings) {
    for (let at = -1; (at = folded.indexOf(spelling, at + 1)) >= 0; ) {
      const begins = !at || spelling >= "ぁ" || !/[\p{L}\p{N}]/u.test(folded[at - 1]);
      const found = { at, end: at + spelling.length, begins };
      if (begins) return found;
      inside ??= found;
    }
  }
  return inside;
}

function rate(section, wanted) {
  const { parts } = section;
  let rank = 0;
  const counts = parts.map(() => 0);
  for (const word of wanted) {
    const ranks = parts.map((part, index) => {
      part.folded ??= fold(part.text).folded;
      const spot = position(part.folded, word);
      if (!spot) return Infinity;
      return index ? (part.isHeading ? 2 : 3) + 2 * !spot.begins : +!spot.begins;
    });
    const best = Math.min(...ranks);
    const other = best === Infinity && position(section.words ?? "", word);
    rank += other ? (other.begins ? 2 : 4) : best;
    if (ranks[0] === Infinity) ranks.forEach((each, index) => (counts[index] += each < Infinity && 10 - each));
  }
  const most = Math.max(...counts);
  return { section, rank, shown: most && parts[counts.indexOf(most)] };
}

// A letter is another, one too many, or in the place of its neighbour.
function differInOne(short, long) {
  const swapped = short.length > 1 && short[0] === long[1] && short[1] === long[0];
  return (
    short.slice(1) === long.slice(1) ||
    short === long.slice(1) ||
    (swapped && short.slice(2) === long.slice(2))
  );
}

// How many letters make two words alike: the same, within another, with another ending, mistyped.
function sharedLetters(one, other) {
  const [short, long] = one.length > other.length ? [other, one] : [one, other];
  const isJapanese = short >= "ぁ";
  const { length } = short;
  if (one === other) return length >= (isJapanese ? 2 : 3) ? length : 0;
  if (length >= (isJapanese ? 2 : 4) && long.includes(short)) return length;
  let begins = 0;
  while (begins < length && short[begins] === long[begins]) begins++;
  if (begins >= Math.max(5, length - 2)) return begins;
  const isMistyped = begins && length > 4 && differInOne(short.slice(begins), long.slice(begins));
  return isMistyped ? length - 1 : 0;
}

// What comes nearest where no section has every word, by titles and search words.
function nearest(sections, wanted) {
  const split = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const rated = sections.map((section) => {
    const known = [
      ...split(section.words ?? "").map((word) => [2, word]),
      ...split(fold(section.parts[0].text).folded).map((word) => [1, word]),
    ];
    const shared = (spellings) =>
      known.flatMap(([weight, word]) => spellings.map((each) => weight * sharedLetters(each, word)));
    return { section, letters: wanted.reduce((sum, each) => sum + Math.max(0, ...shared(each)), 0) };
  });
  const most = Math.max(...rated.map(({ letters }) => letters));
  return rated
    .filter(({ letters }) => letters && letters * 2 >= most)
    .sort((one, other) => other.letters - one.letters);
}

/** The sections {parts: [title, …], words} that have every word, best first; else those nearest. */
export function find(sections, query) {
  const wanted = words(query);
  if (!wanted.length) return [];
  const found = sections
    .map((section) => rate(section, wanted))
    .filter(({ rank }) => rank < Infinity)
    .sort((one, other) => one.rank - other.rank);
  return found.length ? found : nearest(sections, wanted);
}

/** The text in parts, [text, isMarked]. */
export function marked(text, query) {
  const { folded, places } = fold(text);
  const marks = Array(text.length).fill(false);
  for (const word of words(query)) {
    const found = position(folded, word);
    if (!found) continue;
    let { at, end } = found;
    while (places[end] === places[end - 1]) end++; // “ss” is the whole of “ß”
    marks.fill(true, places[at], places[end]);
  }
  const parts = [];
  marks.forEach((mark, i) => {
    if (mark === marks[i - 1]) parts.at(-1)[0] += text[i];
    else parts.push([text[i], mark]);
  });
  return parts;
}

// What is read and not looked for.
const LEFT_OUT = ".answer, .state, .hours, .coming-days, .week, form, svg, [data-unsearched]";

function sectionsOf(root) {
  const parts = new Map();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.data.replace(/\s+/g, " ");
    const block = element.closest("h1, h2, h3, h4, h5, p, li, dt, dd, [data-text]");
    if (!block || element.closest(LEFT_OUT)) continue;
    const lang = element.closest("[lang]").lang;
    if (parts.has(block)) parts.get(block).text += text;
    else if (text.trim()) parts.set(block, { text, block, lang, isHeading: /^H/.test(block.tagName) });
  }
  const sections = new Map();
  for (const [block, part] of parts) {
    const section = block.closest("article, section, [data-place]");
    if (!section) continue;
    const { place, words = "" } = section.dataset;
    const href = `#${place || section.id || section.getAttribute("aria-labelledby")}`;
    if (!sections.has(section)) sections.set(section, { href, parts: [], words: fold(words).folded });
    sections.get(section).parts.push(part);
  }
  return [...sections.values()];
}

function line({ text, lang }, query) {
  const span = document.createElement("span");
  if (lang !== document.documentElement.lang) span.lang = lang;
  for (const [part, isMarked] of marked(text.trim(), query)) {
    if (isMarked) span.appendChild(document.createElement("mark")).append(part);
    // Where a long text is cut off, the mark must stay in sight.
    else span.append(part.length < 60 || span.firstChild ? part : `…${part.slice(-40)}`);
  }
  return span;
}

function wire(form) {
  const { q } = form.elements;
  const template = form.querySelector("script");
  template.outerHTML = template.textContent;
  const [status, panel, none, list] = form.querySelectorAll("[role=status], div, .search-none, ul");
  const onward = form.querySelector("[data-address]");
  let sections;
  let telling;

  function close() {
    panel.hidden = true;
    clearTimeout(telling);
    status.textContent = "";
  }

  function item({ section, shown }) {
    const link = document.createElement("a");
    link.href = section.href;
    link.append(line(section.parts[0], q.value), shown ? line(shown, q.value) : "");
    link.addEventListener("click", () => {
      let { block } = shown ?? section.parts[0];
      for (; block; block = block.parentElement) if (block.tagName === "DETAILS") block.open = true;
      close();
    });
    const element = document.createElement("li");
    element.append(link);
    return element;
  }

  function show() {
    const typed = q.value.trim();
    if (!typed) return close();
    sections ??= sectionsOf(document.getElementById("main"));
    const results = find(sections, typed);
    list.replaceChildren(...results.map(item));
    none.textContent = results.length ? "" : form.dataset.none;
    if (onward) {
      onward.href = onward.dataset.address.replace("{words}", () => encodeURIComponent(typed));
      onward.textContent = onward.dataset.words.replace("{words}", () => typed);
    }
    panel.hidden = false;
    clearTimeout(telling); // until the typing pauses
    telling = setTimeout(() => {
      status.textContent = results.length ? form.dataset.count.replace("{count}", results.length) : none.textContent;
    }, 500);
  }

  q.addEventListener("input", show);
  q.addEventListener("focus", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
    panel.querySelector("a")?.focus();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    q.value = "";
    q.focus();
    close();
  });
  form.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !form.contains(relatedTarget) && close());
  document.addEventListener("click", ({ target }) => form.contains(target) || close());
}

const form = document.querySelector("form.search");
if (form) wire(form);
