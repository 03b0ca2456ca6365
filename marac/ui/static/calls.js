// While somebody tells a referral on the telephone: what could not be saved for want of a connection is tried again
// until it is, and said meanwhile.
const form = document.querySelector("#call");
let again = 0;

const lost = () => {
  document.querySelector("#not-saved").hidden = false;
  clearTimeout(again);
  again = setTimeout(() => form.dispatchEvent(new Event("again")), 4_000);
};

form.addEventListener("htmx:error", lost);
form.addEventListener("htmx:response:error", (event) => event.detail.ctx.response.raw.status >= 500 && lost());
window.addEventListener("online", () => form.dispatchEvent(new Event("again")));
