// Keeps what is typed into a form marked data-draft="key" until it has been sent, and offers it again. Secrets and files are left out.
const prefix = "linli.draft.";
// Whose and of which form: on a shared phone nobody is offered what somebody else typed.
const keyOf = (owner, name) => `${prefix}${owner || ""}.${name}`;
const longest = 7 * 24 * 3600 * 1000;
const kept = (element) => element.name && !/^(password|file|hidden|submit|button)$/.test(element.type)
  && element.autocomplete !== "one-time-code";

// The server says which draft has arrived; until then it is kept, whatever becomes of the connection.
const arrived = document.querySelector("meta[name=linli-draft-done]");
if (arrived) remove(keyOf(arrived.dataset.draftOf, arrived.content));
forgetOld();

for (const form of document.querySelectorAll("form[data-draft]")) keep(form, keyOf(form.dataset.draftOf, form.dataset.draft));

function keep(form, key) {
  // A form that came back with messages has its text from the server.
  const returned = form.dataset.draftBack === "True" || document.querySelector(".govuk-error-summary") !== null;
  const draft = returned ? null : read(key);
  if (draft && Object.keys(draft).length > 0) offer(form, key, draft);
  form.addEventListener("input", () => write(key, gather(form)));
}

function gather(form) {
  const values = {};
  for (const element of form.elements) {
    if (!kept(element)) continue;
    if (/^(radio|checkbox)$/.test(element.type)) {
      if (element.checked) values[element.name] = (values[element.name] || []).concat(element.value);
    } else if (element.value !== element.defaultValue && element.value !== "") {
      values[element.name] = [element.value];
    }
  }
  return values;
}

function restore(form, values) {
  for (const element of form.elements) {
    const own = kept(element) && values[element.name];
    if (!own) continue;
    if (/^(radio|checkbox)$/.test(element.type)) element.checked = own.includes(element.value);
    else element.value = own[0];
  }
}

function offer(form, key, draft) {
  const box = document.createElement("div");
  box.className = "draft-offer";
  box.setAttribute("role", "status");
  const words = document.createElement("p");
  words.textContent = form.dataset.draftOffer;
  box.append(words,
    button(form.dataset.draftRestore, () => { restore(form, draft); box.remove(); }),
    button(form.dataset.draftDrop, () => { remove(key); box.remove(); }));
  form.prepend(box);
}

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn btn--s";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

// Storage may be full or forbidden; a form must work without it.
function read(key) { try { return JSON.parse(localStorage.getItem(key))?.values ?? null; } catch { return null; } }
function write(key, value) { try { localStorage.setItem(key, JSON.stringify({ at: Date.now(), values: value })); } catch { /* the draft is lost, the form is not */ } }
// What nobody came back for in a week goes, whoever typed it.
function forgetOld() {
  try {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(prefix))) {
      let at = 0;
      try { at = JSON.parse(localStorage.getItem(key)).at || 0; } catch { /* not of this form: it goes */ }
      if (Date.now() - at > longest) localStorage.removeItem(key);
    }
  } catch { /* storage is forbidden: nothing is kept either */ }
}
function remove(key) { try { localStorage.removeItem(key); } catch { /* nothing to remove */ } }
