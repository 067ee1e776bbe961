// The lists behind the boxes of languages, zones and calendars: hundreds of names, which are asked
// for when somebody is about to type into the first such box of a page.

async function fill(list) {
  const address = list.dataset.names;
  delete list.dataset.names;
  try {
    const { names } = await (await fetch(address)).json();
    list.append(...names.map((name) => Object.assign(document.createElement("option"), { value: name })));
  } catch {
    list.dataset.names = address; // with the next box; what is typed is read without them too
  }
}

document.addEventListener("focusin", ({ target }) => {
  const list = target.getAttribute?.("list") && document.getElementById(target.getAttribute("list"));
  if (list?.dataset.names) fill(list);
});
