// An empty time zone is filled in with the browser's; saving it is left to whoever sits there.
(() => {
  const box = document.querySelector("[data-browser-zone] input[name=zone]");
  const note = document.querySelector("[data-browser-zone] [data-filled-in]");
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (box && zone && box.value === "") {
    box.value = zone;
    if (note) note.hidden = false;
  }
})();
