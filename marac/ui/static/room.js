// The live screen of a meeting. What is typed waits here until the server has it, under a name of its own: when the line
// drops, or nobody knows whether an answer was lost, it is sent again, and kept there once.
import { shut as takeOff } from "./table.js";
import { Waiting } from "./waiting.js";

const live = document.querySelector("#live");
const form = document.querySelector("#type");
const box = (name) => form.elements[name];
const waiting = new Waiting({ changed: show, done: kept });
const REFRESH = new Event("again");
const AS_TYPED = 1_500;

// Which kind is meant by a key, and where the others lead.
const KINDS = { f: "fact", o: "opinion", i: "intelligence" };
const PLACES = {
  a: () => document.querySelector("#act :is(select, textarea, input:not([type=hidden]))"),
  s: () => document.querySelector("#summary-form :is(input:not([type=hidden]), textarea)"),
  b: () => document.querySelector("#press"),
  t: () => document.querySelector("#block"),
  n: () => document.querySelector("[rel=next]"),
  p: () => document.querySelector("[rel=prev]"),
};

function show(state) {
  for (const each of document.querySelectorAll("[data-says]")) each.hidden = each.dataset.says !== state;
  if (state === "saved") document.querySelector("[data-at]").textContent = new Date().toLocaleTimeString("en-GB");
  const list = document.querySelector("#waiting");
  list.replaceChildren(...waiting.words.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
  list.hidden = !list.children.length || state === "saving";
}

// A line

let draft = 0;

function fields() {
  const { csrfmiddlewaretoken, ...typed } = Object.fromEntries(new FormData(form));
  return typed;
}

function isWhole() {
  return box("kind").value && box("agency").value.trim() && box("text").value.trim();
}

function keep() {
  clearTimeout(draft);
  if (!isWhole()) return;
  waiting.put(box("key").value, { url: form.action, fields: fields(), words: box("text").value });
  box("turn").value = Number(box("turn").value) + 1;
}

function finish() {
  keep();
  for (const name of ["text", "source", "known", "about", "dated_on"]) box(name).value = "";
  box("may_be_minuted").value = "yes";
  box("key").value = crypto.randomUUID();
  box("turn").value = 1;
  hideOwn();
  box("kind").focus();
}

// By a few letters, each the beginning of a word; the server knows initials too, and says so where nobody is meant.
function meant(letters) {
  const wanted = letters.toLowerCase().split(/\s+/).filter(Boolean);
  const names = [...document.querySelectorAll("#agencies li")].map((each) => each.textContent);
  const fits = (name) => wanted.every((part) => name.toLowerCase().split(/[\s,.()&/-]+/).some((word) => word.startsWith(part)));
  const found = names.filter((name) => name.toLowerCase() === letters.trim().toLowerCase());
  return found.length ? found : wanted.length ? names.filter(fits) : [];
}

box("agency").addEventListener("focus", () => box("agency").select());
box("agency").addEventListener("change", () => {
  const [only, ...others] = meant(box("agency").value);
  if (only && !others.length) box("agency").value = only;
});
form.addEventListener("input", (event) => {
  clearTimeout(draft);
  if (event.target !== box("kind")) draft = setTimeout(keep, AS_TYPED);
});
form.addEventListener("submit", (event) => {
  if (!isWhole()) return; // the page that comes back says what is missing
  event.preventDefault();
  finish();
});
form.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (event.key === "Enter" && !event.shiftKey && event.target.type !== "submit") {
    event.preventDefault();
    return form.requestSubmit();
  }
  if (event.target === box("kind")) reach(event);
});

// From anywhere on the page, the boxes of an action and of the summary too; and where a page that has just come back has
// the focus nowhere.
document.addEventListener("keydown", (event) => event.key === "Escape" && box("kind").focus());

function reach(event) {
  const letter = event.key.toLowerCase();
  if (KINDS[letter]) {
    box("kind").value = KINDS[letter];
    box("agency").focus();
  } else if (PLACES[letter]) {
    const place = PLACES[letter]();
    if (place?.href) place.click();
    else place?.focus();
  } else return;
  event.preventDefault();
}

// A line that is still being typed here stands in its boxes, and not in the table as well.
function hideOwn() {
  for (const row of document.querySelectorAll("[data-line]")) row.hidden = row.dataset.line === box("key").value;
}

// The summary

const summary = document.querySelector("#summary-form");
const texts = [...summary.querySelectorAll("input[type=text], textarea")];
const seen = new Map(texts.map((each) => [each.name, [each.value]])); // what the page was given, or has sent

function keepText(each) {
  clearTimeout(each.later);
  const known = seen.get(each.name);
  if (each.value === known.at(-1)) return;
  const typed = { name: each.name, text: each.value, seen: JSON.stringify(known) };
  waiting.put(`text ${each.name}`, { url: live.dataset.text, fields: typed, words: each.value });
  known.push(each.value);
}

for (const each of texts) {
  each.addEventListener("input", () => {
    clearTimeout(each.later);
    each.later = setTimeout(keepText, AS_TYPED, each);
  });
  each.addEventListener("change", () => keepText(each));
}
summary.addEventListener("submit", (event) => {
  event.preventDefault();
  texts.forEach(keepText);
});

function stands(each, text) {
  const known = seen.get(each.name);
  if (each.value === known.at(-1)) {
    each.value = text;
    seen.set(each.name, [text]);
  }
}

// What the server said

function kept(job, answer, status) {
  if (status === 404) return shut();
  if (status === 422) return refused(job, answer);
  if (answer.text !== undefined) {
    const each = texts.find((one) => one.name === job.fields.name);
    if (each.value === job.fields.text) stands(each, answer.text);
  }
  for (const one of [form, summary]) one.dispatchEvent(new Event("kept", { bubbles: true }));
  document.querySelector("#pulse").dispatchEvent(REFRESH);
}

// Words that were not taken are given back, with the reason, and never only thrown away.
function refused(job, answer) {
  const list = document.querySelector("#not-taken");
  const said = document.createElement("li");
  said.textContent = `${answer.refused.join(" ")} ${job.fields.agency ?? ""} ${job.words}`;
  list.append(said);
  list.hidden = false;
  if (job.fields.key && !box("text").value) for (const [name, value] of Object.entries(job.fields)) box(name).value = value;
}

// A conflict of interest: the case is taken off the screen in the same moment, and what waits for it too.
function shut() {
  waiting.forget();
  takeOff(live);
}

document.addEventListener("htmx:after:swap", () => {
  hideOwn();
  for (const each of document.querySelectorAll("#texts [data-name]")) {
    const into = texts.find((one) => one.name === each.dataset.name);
    if (into && into !== document.activeElement) stands(into, each.textContent);
  }
});
const pulse = document.querySelector("#pulse");
pulse.addEventListener("htmx:response:error", (event) => event.detail.ctx.response.raw.status === 404 && shut());
pulse.addEventListener("htmx:error", () => navigator.onLine || waiting.lost());
pulse.addEventListener("htmx:after:request", () => waiting.send());
window.addEventListener("online", () => waiting.send());
window.addEventListener("beforeunload", (event) => {
  keep();
  texts.forEach(keepText);
  if (waiting.words.length) event.preventDefault();
});
if (!location.hash) box("kind").focus();
