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

function fillFor(box) {
  const list = box?.getAttribute?.("list") && document.getElementById(box.getAttribute("list"));
  if (list?.dataset.names) fill(list);
}

document.addEventListener("focusin", ({ target }) => fillFor(target));
fillFor(document.activeElement); // somebody may be quicker than this script
