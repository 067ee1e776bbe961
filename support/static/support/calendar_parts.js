// What the parts of a country have besides its public holidays, as soon as its calendar is chosen.
// The server reads what is typed, so that one rule holds.

async function tell(box) {
  const field = box.closest(".calendar-field");
  if (!field) return;
  const text = box.value;
  try {
    const answer = await fetch(`${field.dataset.parts}?${new URLSearchParams({ text })}`);
    const note = answer.ok ? await answer.text() : "";
    if (text === box.value) field.querySelector(".calendar-parts").innerHTML = note;
  } catch {
    // the form shows it when it is sent
  }
}

document.addEventListener("change", ({ target }) => tell(target));
