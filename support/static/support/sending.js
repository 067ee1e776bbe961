// Sends a form by itself again while the portal does not answer: what was typed stays in the page.

const FIRST_WAIT = 2000;
const LONGEST_WAIT = 30000;
const MISTAKEN = 422;

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// A key of the browser's own makes sending twice harmless.
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export async function send(form) {
  const status = form.querySelector("[data-status]");
  const data = new FormData(form);
  let pause = FIRST_WAIT;
  for (;;) {
    status.textContent = form.dataset.sending;
    const response = await fetch(form.action, { method: "POST", body: data }).catch(() => null);
    if (response && response.status !== 503 && response.status !== 502 && response.status !== 504) {
      status.textContent = "";
      if (response.ok || response.status === MISTAKEN) return response;
      // Not found, too large, a fault: the page stays, with what was typed.
      status.textContent = form.dataset.failed;
      return null;
    }
    status.textContent = form.dataset.retrying;
    await wait(pause);
    pause = Math.min(pause * 2, LONGEST_WAIT);
  }
}

// Files that would be refused are named before anything is sent.
export function refuseLargeFiles(input) {
  const most = Number(input.dataset.mostBytes);
  const large = [...input.files].find((file) => file.size > most);
  input.setCustomValidity(large ? input.dataset.tooLarge.replace("{name}", large.name) : "");
  if (large) input.reportValidity();
}

// The answer to a form that is not taken is the page again, with what is wrong.
export async function showReturned(response) {
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const main = document.querySelector("main");
  main.replaceChildren(...page.querySelector("main").childNodes);
  const first = main.querySelector("[aria-invalid]") ?? main.querySelector("[data-notice]");
  first?.focus();
}
