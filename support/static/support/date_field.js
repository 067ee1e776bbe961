// The date control of the desk: what was understood, at once, “Today” and a calendar.
// The server reads what is typed, so that one rule holds.

const PAUSE = 250; // milliseconds after the last key

function todayIn(zone) {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit",
  }).formatToParts(new Date());
  const { year, month, day } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return `${year}-${month}-${day}`;
}

function button(label) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  return made;
}

function enhance(field) {
  const box = field.querySelector(".date-box");
  const words = field.querySelector(".date-in-words");
  if (!box || field.dataset.ready) return;
  field.dataset.ready = "yes";
  let waiting, asked;

  async function read() {
    const text = (asked = box.value.trim());
    if (!text) return (words.textContent = "");
    try {
      const response = await fetch(`${field.dataset.read}?${new URLSearchParams({ text })}`);
      const answer = await response.json();
      if (text === asked) words.textContent = answer.words || answer.mistake;
    } catch {
      words.textContent = ""; // the server says it when the form is sent
    }
  }

  function enter(date) {
    box.value = date;
    box.dispatchEvent(new Event("change", { bubbles: true }));
    box.focus();
  }

  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(read, PAUSE);
  });
  box.addEventListener("change", () => {
    clearTimeout(waiting);
    read();
  });

  const today = button(field.dataset.today);
  today.addEventListener("click", () => enter(todayIn(field.dataset.zone)));
  words.before(today);

  const picker = document.createElement("input");
  if (!picker.showPicker) return;
  picker.type = "date";
  picker.className = "date-picker";
  picker.tabIndex = -1;
  picker.setAttribute("aria-hidden", "true");
  picker.addEventListener("change", () => picker.value && enter(picker.value));
  const calendar = button(field.dataset.calendar);
  calendar.addEventListener("click", () => {
    picker.value = /^\d{4}-\d\d-\d\d$/.test(box.value) ? box.value : "";
    picker.showPicker();
  });
  words.before(calendar, picker);
}

function enhanceAll(root) {
  for (const field of root.querySelectorAll(".date-field")) {
    // The empty form of an inline is copied; what is made here would be copied without its events.
    if (!field.closest(".empty-form")) enhance(field);
  }
}

enhanceAll(document);
document.addEventListener("formset:added", (event) => enhanceAll(event.target));
