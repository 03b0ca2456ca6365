// Cases of an agenda are dragged to their place. Whoever uses the keyboard has the same as buttons in each row.
const PLACE = "form[action$='/place/']";
const rows = [...document.querySelectorAll(".marac-agenda__case[draggable]")];
let dragged = null;

const put = (row, place) => {
  const form = row.querySelector(PLACE);
  form.elements.place.value = place;
  form.submit();
};

for (const row of rows) {
  row.addEventListener("dragstart", (event) => {
    dragged = row;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", row.dataset.place);
  });
  row.addEventListener("dragover", (event) => {
    event.preventDefault();
    row.classList.add("marac-agenda__case--target");
  });
  row.addEventListener("dragleave", () => row.classList.remove("marac-agenda__case--target"));
  row.addEventListener("drop", (event) => {
    event.preventDefault();
    if (dragged && dragged !== row) put(dragged, row.dataset.place);
  });
}
