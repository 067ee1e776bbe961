// An open conversation: new messages come by themselves, and Enter sends. Without this script the
// page is complete.

import { refuseLargeFiles, send, showReturned } from "./sending.js";

const PAUSE = 5000;
const LONGEST_PAUSE = 60000;

let pause = PAUSE;
let timer;
let told;

const section = () => document.querySelector("[data-live]");

function add(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  const message = holder.content.firstElementChild;
  if (!document.getElementById(message.id)) document.querySelector("[data-log]").append(message);
}

async function look() {
  clearTimeout(timer);
  const place = section();
  // A page that nobody sees has nothing to show, and what it showed would count as read.
  if (!place || document.visibilityState === "hidden") return;
  const language = document.documentElement.lang;
  const query = new URLSearchParams({ after: place.dataset.last, wait: "0", language });
  const response = await fetch(`${place.dataset.live}?${query}`).catch(() => null);
  if (response?.ok) {
    const news = await response.json();
    for (const message of news.messages) add(message.html);
    if (news.messages.length > 0) pause = PAUSE;
    // The same words again would be read aloud again.
    if (news.messages.length > 0 || (told && told !== news.status)) {
      place.querySelector("[data-conversation-status]").innerHTML = news.status;
    }
    told = news.status;
    place.dataset.last = news.last;
  }
  // Gone: erased, or no longer this browser's.
  if (response?.status === 404) return;
  timer = setTimeout(look, pause);
  pause = Math.min(pause * 1.2, LONGEST_PAUSE);
}

async function answer(form) {
  const button = form.querySelector("[type=submit]");
  if (button.disabled || (!form.text.value.trim() && form.files.files.length === 0)) return;
  button.disabled = true;
  const response = await send(form);
  if (!response) return (button.disabled = false);
  await showReturned(response);
  begin();
  if (response.ok) {
    history.replaceState(null, "", response.url.split("?")[0]);
    section().querySelector("#text").focus();
  }
}

function begin() {
  const form = document.querySelector("[data-answer]");
  if (!form) return;
  form.querySelector("[data-keys]").hidden = false;
  form.files.addEventListener("change", () => refuseLargeFiles(form.files));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answer(form);
  });
  form.text.addEventListener("keydown", (event) => {
    // While a word is being composed, as in Japanese, Enter takes the word. Safari says so by 229.
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key === "Enter" && !event.shiftKey && !composing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
}

document.addEventListener("visibilitychange", () => {
  pause = PAUSE;
  look();
});
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-look]")) return;
  event.preventDefault();
  pause = PAUSE;
  look();
});

begin();
timer = setTimeout(look, pause);
