// An incident that is over leaves the open page. Without this script the next page is without it.

const strip = document.querySelector(".incidents");

function endThose() {
  for (const incident of strip.querySelectorAll("[data-ends]")) {
    if (Date.parse(incident.dataset.ends) <= Date.now()) incident.remove();
  }
  if (!strip.querySelector("[data-ends]")) strip.remove();
}

setInterval(endThose, 10_000);
addEventListener("pageshow", endThose);
document.addEventListener("visibilitychange", endThose);
