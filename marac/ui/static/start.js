// Starts the design system's components, and asks before something typed is left behind. Every page works without it.
import { initAll } from "./built/govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

const typedIn = new Set();
const sent = new Set();

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.method === "post" && !form.matches("[role=search], :has([type=password])")) {
    typedIn.add(form);
    sent.delete(form);
  }
});
document.addEventListener("submit", (event) => sent.add(event.target));
document.addEventListener("kept", (event) => sent.add(event.target)); // by a page that keeps what is typed itself
// One that saves by itself: what is typed after it was sent takes it out again.
document.addEventListener("htmx:before:request", (event) => sent.add(event.target));
for (const failed of ["htmx:error", "htmx:response:error"]) {
  document.addEventListener(failed, (event) => sent.delete(event.target));
}

// Another form of the same page, a link, or the tab closed: the browser asks whether to leave. One that htmx has
// replaced is no longer in the page.
window.addEventListener("beforeunload", (event) => {
  if ([...typedIn].some((form) => form.isConnected && !sent.has(form))) event.preventDefault();
});

// On a telephone a row of some tables is a block: each of its cells says of which column it is.
function name(table) {
  const headings = [...table.tHead.rows[0].cells].map((each) => each.textContent.trim());
  for (const row of [...table.tBodies].flatMap((body) => [...body.rows])) {
    const first = headings.length - row.cells.length; // a heading of several rows stands in the first of them only
    [...row.cells].forEach((cell, at) => {
      const blank = !cell.textContent.trim() && !cell.children.length;
      if (cell.tagName === "TD" && !blank) cell.dataset.column = headings[first + at];
    });
  }
}
const nameAll = () => document.querySelectorAll(".marac-table--rows").forEach(name);
nameAll();
document.addEventListener("htmx:after:swap", nameAll);
