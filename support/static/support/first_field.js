// Whoever opens a form can type at once: its first field has the focus, or the first with a mistake.
// Not where the address leads to a place on the page, nor where somebody was quicker than the script.

const FIELDS = ":is(input:not([type=hidden], [type=submit], [type=button]), select, textarea):enabled";

const leadsElsewhere = document.getElementById(location.hash.slice(1)) !== null;
const form = document.querySelector("#content form[method=post]:has(fieldset, .translation-text)");
const isInUse = document.activeElement !== document.body;
if (form && !leadsElsewhere && !isInUse) {
  const fields = [
    ...form.querySelectorAll(`.errors ${FIELDS}`),
    ...form.querySelectorAll("[data-first]"),
    ...form.querySelectorAll(`:is(fieldset, .translation-text) ${FIELDS}`),
  ];
  fields.find((field) => field.checkVisibility())?.focus();
}
