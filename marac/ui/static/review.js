// Beside a document that was read: lights the place that a value came from as somebody moves through the values. Without
// scripts the same places are links.
const source = document.querySelector(".marac-columns__source");

const light = (target) => {
  const held = target.closest?.("[data-read-from]");
  if (!held || !source) return;
  const names = held.dataset.readFrom.split(" ");
  const places = names.map((name) => document.getElementById(name)).filter(Boolean);
  for (const lit of source.querySelectorAll(".marac-lit")) lit.classList.remove("marac-lit");
  for (const place of places) place.classList.add("marac-lit");
  const topmost = source.querySelector(".marac-lit");
  if (topmost) bring(topmost);
  // Where one place is lit already, the link to it is no stop on the way to the next value.
  const links = held.querySelectorAll(".marac-facts__where a");
  if (held.matches(".marac-first__row") && links.length === 1) links[0].tabIndex = -1;
};

// The document moves, and the page stays where it is.
const bring = (place) => {
  const top = place.getBoundingClientRect().top - source.getBoundingClientRect().top;
  source.scrollTo({ top: source.scrollTop + top - source.clientHeight / 3 });
  const table = place.closest(".marac-table-scroll");
  if (table) table.scrollLeft = place.offsetLeft - table.clientWidth / 3;
};

document.addEventListener("focusin", (event) => light(event.target));
document.addEventListener("click", (event) => light(event.target));
window.addEventListener("resize", () => light(document.activeElement));

// A key that is held down confirms one value and not all that follow.
document.addEventListener("keydown", (event) => {
  if (event.repeat && event.key === "Enter" && event.target.matches("button[type=submit]")) event.preventDefault();
});
