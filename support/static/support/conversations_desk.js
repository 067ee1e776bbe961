// Ctrl+Enter, or Command+Enter, sends the answer; never in the middle of composing a word.
const form = document.getElementById("answer");

form?.addEventListener("keydown", (event) => {
  const isAsked = event.key === "Enter" && (event.ctrlKey || event.metaKey);
  if (isAsked && !event.isComposing && event.target.name === "text") {
    event.preventDefault();
    form.requestSubmit(form.querySelector('[value="answer"]'));
  }
});
