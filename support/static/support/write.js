// The form: tells when a message is read on the visitor's own clock, and for what is chosen now.
// Without this script the form is complete.

import { newKey, refuseLargeFiles, send, showReturned } from "./sending.js";

let asked = 0;
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";

// The same page for what is chosen has the words: the server alone writes sentences.
async function tell(form, addressed) {
  const [kind, slug] = form.about.value.split(":");
  const query = new URLSearchParams(kind ? { [kind]: slug } : {});
  query.set("language", form.language.value);
  const read = new URLSearchParams(location.search).getAll("languages");
  for (const language of read) query.append("languages", language);
  if (zone) query.set("tz", zone);
  const address = `${form.getAttribute("action")}?${query}`;
  const response = await fetch(address, { credentials: "omit" }).catch(() => null);
  if (!response?.ok || addressed !== asked) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  document.querySelector("[data-promises]").replaceWith(page.querySelector("[data-promises]"));
  const languages = page.querySelector("#language");
  const chosen = languages.value;
  form.language.replaceChildren(...languages.childNodes);
  form.language.value = chosen;
  form.stamp.value = page.querySelector("[name=stamp]").value;
}

function begin() {
  const form = document.querySelector("[data-write]");
  if (!form) return;
  form.key.value ||= newKey();
  if (zone) form.zone.value = zone;
  const ask = () => tell(form, ++asked);
  form.about.addEventListener("change", ask);
  form.language.addEventListener("change", ask);
  form.files.addEventListener("change", () => refuseLargeFiles(form.files));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("[type=submit]");
    if (button.disabled) return;
    button.disabled = true;
    const response = await send(form);
    if (!response) return (button.disabled = false);
    if (response.redirected) return location.assign(response.url);
    await showReturned(response);
    begin();
  });
  ask();
}

begin();
