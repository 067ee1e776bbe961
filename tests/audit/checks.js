// What a page can say of itself. One expression; `tests.audit.look` evaluates it.
(() => {
  const LETTERS = /\p{L}/u;

  const shown = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: false });

  const texts = function* (root = document.body) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (walker.currentNode.data.trim() && !parent.closest("script, style, template, noscript"))
        yield walker.currentNode;
    }
  };

  const told = (element) => {
    const name = element.tagName.toLowerCase();
    const id = element.id ? `#${element.id}` : "";
    const kind = typeof element.className === "string" ? element.className.trim() : "";
    const words = (element.textContent || "").trim().replace(/\s+/g, " ").slice(0, 40);
    return `${name}${id}${kind ? `.${kind.replace(/\s+/g, ".")}` : ""} “${words}”`;
  };

  // For screen readers alone: one pixel, or cut away as a whole.
  const unseen = (element) => {
    for (let e = element; e && e !== document.body; e = e.parentElement) {
      const style = getComputedStyle(e);
      if (style.position === "absolute" && (e.offsetWidth <= 1 || e.offsetHeight <= 1)) return true;
      if (style.position === "absolute" && style.clipPath.startsWith("inset(50%")) return true;
    }
    return false;
  };

  const scroller = (element) => {
    for (let e = element.parentElement; e && e !== document.body; e = e.parentElement)
      if (["auto", "scroll"].includes(getComputedStyle(e).overflowX)) return e;
    return null;
  };

  // “Italiano” is Portuguese as well.
  const isWordOf = (language, word, tag) =>
    new Intl.DisplayNames(language, { type: "language" }).of(tag).toLowerCase() ===
    word.toLowerCase();

  return {
    wider() {
      const root = document.documentElement;
      const width = root.clientWidth;
      const found = root.scrollWidth > width ? [`page is ${root.scrollWidth} wide, not ${width}`] : [];
      for (const element of document.body.querySelectorAll("*")) {
        if (!shown(element) || unseen(element) || scroller(element)) continue;
        const box = element.getBoundingClientRect();
        if (box.width > 1 && (box.right > width + 1 || box.left < -1)) found.push(told(element));
      }
      return found;
    },

    // Names that bear a language of their own are no translations: they stay as long as they are.
    twiceAsLong() {
      for (const text of [...texts()])
        if (LETTERS.test(text.data) && text.parentElement.closest("[lang]") === document.documentElement)
          text.data = `${text.data} ${text.data}`;
    },

    // Text that ends outside of a box that hides what is outside of it.
    clipped() {
      const found = new Set();
      for (const text of texts()) {
        const parent = text.parentElement;
        if (!shown(parent) || unseen(parent)) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const boxes = [...range.getClientRects()].filter((box) => box.width > 1);
        for (let e = parent; e && e !== document.body; e = e.parentElement) {
          const style = getComputedStyle(e);
          const inline = style.display === "inline" || style.display === "contents";
          if (inline || (style.overflowX === "visible" && style.overflowY === "visible")) continue;
          const outer = e.getBoundingClientRect();
          const hidesX = !["visible", "auto", "scroll"].includes(style.overflowX);
          const hidesY = !["visible", "auto", "scroll"].includes(style.overflowY);
          const out = boxes.some((box) =>
            (hidesX && (box.right > outer.right + 1 || box.left < outer.left - 1)) ||
            (hidesY && (box.bottom > outer.bottom + 2 || box.top < outer.top - 2)));
          if (out) found.add(told(parent));
          if (["auto", "scroll"].includes(style.overflowX)) break;
        }
      }
      return [...found];
    },

    // `endonyms`: tag to name. `english`: texts of the English page.
    foreign(endonyms, english) {
      const found = new Set();
      const own = document.documentElement.lang;
      const language = (node) => node.closest("[lang]").lang.split("-")[0];
      const names = new Map(Object.entries(endonyms).map(([tag, name]) => [name, tag]));
      const words = new Set(english);
      for (const text of texts()) {
        const parent = text.parentElement;
        const said = text.data.trim().replace(/\s+/g, " ");
        const tagged = language(parent);
        const named = names.get(said);
        if (named && named !== tagged && !isWordOf(tagged, said, named))
          found.add(`${said} is marked as ${tagged}`);
        if (/[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u.test(said) && tagged !== "ja")
          found.add(`${said} is marked as ${tagged}`);
        if (own !== "en" && tagged !== "en" && words.has(said)) found.add(`${said} is English`);
      }
      return [...found];
    },

    // Texts of four words and more; fewer may be a name or the same in both languages.
    longTexts() {
      return [...texts()]
        .filter((text) => text.parentElement.closest("[lang]").lang === document.documentElement.lang)
        .map((text) => text.data.trim().replace(/\s+/g, " "))
        .filter((said) => said.split(" ").filter((word) => LETTERS.test(word)).length >= 4);
    },

    // A font that lacks a character draws the same box for it as for an unassigned one.
    missingGlyphs() {
      const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
      const drawn = (character, family) => {
        canvas.clearRect(0, 0, 40, 40);
        canvas.font = `24px ${family}`;
        canvas.fillText(character, 4, 28);
        return canvas.getImageData(0, 0, 40, 40).data.join();
      };
      const characters = new Map();
      for (const text of texts())
        for (const character of text.data.replace(/[\s\u200b\u00ad\p{Cf}]/gu, ""))
          characters.set(character, getComputedStyle(text.parentElement).fontFamily);
      const box = new Map();
      const missing = [];
      for (const [character, family] of characters) {
        if (!box.has(family)) box.set(family, drawn("\u{0378}", family));
        if (drawn(character, family) === box.get(family)) missing.push(character);
      }
      return missing;
    },

    // Everything that Tab must reach, in the order of the document.
    controls(opened) {
      if (opened) for (const details of document.querySelectorAll("details")) details.open = true;
      const selector =
        "a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, " +
        "audio[controls], video[controls], [contenteditable], [tabindex]";
      const radios = new Set();
      const list = [...document.querySelectorAll(selector)].filter((element) => {
        if (element.tabIndex < 0 || element.disabled || !shown(element) || element.closest("[inert]"))
          return false;
        if (element.type === "radio") {
          const group = `${element.form?.id} ${element.name}`;
          const ticked = document.querySelector(
            `input[type=radio][name="${CSS.escape(element.name)}"]:checked`);
          if (radios.has(group) || (ticked && ticked !== element)) return false;
          radios.add(group);
        }
        return true;
      });
      window.auditedControls = list;
      document.activeElement?.blur();
      getSelection().removeAllRanges();
      window.scrollTo(0, 0);
      return list.map(told);
    },

    // Which control has the focus, and what keeps a person from seeing that.
    focused() {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const place = window.auditedControls.indexOf(element);
      const outlined = (e) => {
        const style = getComputedStyle(e);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1 &&
          !/^rgba\(.*, 0\)$|^transparent$/.test(style.outlineColor);
      };
      const box = element.getBoundingClientRect();
      const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      const over = (x, y) => {
        const top = document.elementFromPoint(x, y);
        const own = !top || element.contains(top) || top.contains(element) ||
          [...(element.labels ?? [])].some((label) => label.contains(top));
        return own ? null : top;
      };
      // A link that goes on in the next line has a box for each.
      const points = [...element.getClientRects()]
        .flatMap(({ left, right, top, bottom }) => [
          [(left + right) / 2, (top + bottom) / 2], [left + 2, top + 2], [right - 2, bottom - 2]])
        .filter(([x, y]) => x > 0 && x < innerWidth && y > 0 && y < innerHeight);
      const above = points.map(([x, y]) => over(x, y));
      const covered = points.length && above.every(Boolean) ? told(above[0]) : null;
      return {
        place,
        told: told(element),
        outlined: outlined(element),
        inside,
        covered,
        box: { x: box.x, y: box.y, width: box.width, height: box.height },
      };
    },

    blockingScripts() {
      return [...document.querySelectorAll("script[src]")]
        .filter((s) => s.type !== "module" && !s.async && !s.defer).map((s) => s.src);
    },

    firstPaint() {
      const paint = performance.getEntriesByName("first-contentful-paint")[0];
      return paint ? paint.startTime : null;
    },
  };
})()
