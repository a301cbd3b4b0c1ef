// A form marked data-once is sent once: its button says so and stays still until the page is shown again.
const before = new Map();

for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    const button = event.submitter || form.querySelector("button:not([type=button])");
    // A disabled button would not send its name and value, so it is only after the form has been read.
    setTimeout(() => busy(button, form.dataset.busy), 0);
  });
}

addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("button")) {
      const content = before.get(button);
      if (!content) continue;
      button.disabled = false;
      button.replaceChildren(...content);
      before.delete(button);
    }
  }
});

function busy(button, words) {
  if (!button || !words) return;
  before.set(button, [...button.childNodes]);
  button.textContent = words;
  button.disabled = true;
}
