// What a person may do, in words, while roles and departments are ticked. The server words it.

const place = document.querySelector("[data-may]");
const form = place?.closest("form");
const NAMES = ["roles", "scope", "departments"];

async function tell() {
  const ticked = new URLSearchParams();
  for (const name of NAMES) {
    for (const value of new FormData(form).getAll(name)) ticked.append(name, value);
  }
  place.dataset.asked = ticked;
  const answer = await fetch(`${place.dataset.may}?${ticked}`);
  if (!answer.ok || place.dataset.asked !== String(ticked)) return;
  const { sentences } = await answer.json();
  place.querySelector("ul").replaceChildren(
    ...sentences.map((words) => Object.assign(document.createElement("li"), { textContent: words })),
  );
  place.hidden = false;
}

if (form) {
  form.addEventListener("change", ({ target }) => {
    if (NAMES.includes(target.name)) tell();
  });
  tell();
}
