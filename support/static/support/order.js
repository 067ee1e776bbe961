// Move a department by its buttons or by drawing it; the numbers follow, and are what is saved.

const list = document.querySelector(".order ol");
const rows = () => [...list.children];
const number = () => rows().forEach((row, place) => (row.querySelector("input").value = place + 1));

function button(row, sign, words, step) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = sign;
  made.ariaLabel = list.dataset.named
    .replace("{what}", words)
    .replace("{detail}", row.querySelector("label").textContent.replace(/[ \u00a0]?[:：]$/, ""));
  made.addEventListener("click", () => {
    const other = step < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (step < 0) other.before(row);
    else other.after(row);
    number();
    made.focus();
  });
  row.append(made);
}

for (const row of rows()) {
  button(row, "↑", list.dataset.up, -1);
  button(row, "↓", list.dataset.down, 1);
  row.draggable = true;
  row.addEventListener("dragstart", (event) => {
    event.dataTransfer.effectAllowed = "move";
    row.classList.add("is-moved");
  });
  row.addEventListener("dragend", () => {
    row.classList.remove("is-moved");
    number();
  });
  row.addEventListener("dragover", (event) => {
    const moved = list.querySelector(".is-moved");
    if (!moved) return;
    event.preventDefault();
    if (moved === row) return;
    const { top, height } = row.getBoundingClientRect();
    if (event.clientY < top + height / 2) row.before(moved);
    else row.after(moved);
  });
  row.addEventListener("drop", (event) => event.preventDefault());
}

// A place that is typed moves its department there.
list.addEventListener("change", (event) => {
  const row = event.target.closest("li");
  const others = rows().filter((each) => each !== row);
  const next = others[Math.max(0, event.target.value - 1)];
  if (next) next.before(row);
  else list.append(row);
  number();
});
