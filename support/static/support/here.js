// A page of the desk that somebody looks at says so every minute, and visitors can be told. Without
// this script nobody is told, and nothing else is different.

const EVERY = 60_000;

const { here } = document.querySelector("[data-here]").dataset;
const token = document.querySelector("[name=csrfmiddlewaretoken]").value;

function tell() {
  if (document.visibilityState === "hidden") return;
  fetch(here, { method: "POST", headers: { "X-CSRFToken": token } }).catch(() => null);
}

setInterval(tell, EVERY);
document.addEventListener("visibilitychange", tell);
tell();
