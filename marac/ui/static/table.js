// The clocks of the screens of a meeting, and a case taken off a screen in the moment that it is shut to its reader.
const STEP = 10;

setInterval(() => {
  for (const each of document.querySelectorAll("[data-spent]")) {
    each.dataset.spent = Number(each.dataset.spent) + STEP;
    each.textContent = Math.floor(each.dataset.spent / 60);
  }
}, STEP * 1_000);

export function shut(screen) {
  const said = Object.assign(document.createElement("p"), { className: "govuk-inset-text", textContent: screen.dataset.shut });
  said.setAttribute("role", "alert");
  document.title = "OpenMARAC";
  screen.replaceChildren(said);
}

document.addEventListener("htmx:response:error", (event) => {
  const screen = document.querySelector("#screen");
  if (screen && event.detail.ctx.response.raw.status === 404) shut(screen);
});
