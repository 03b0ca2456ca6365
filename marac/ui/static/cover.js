// Covers the page when nobody has used it for a while, and when it comes back out of the browser's memory: what is
// typed stays beneath. It is shown again only while the same person is signed in.
const cover = document.querySelector("#cover");

if (cover) {
  const limit = cover.dataset.minutes * 60_000;
  const signedOut = cover.querySelector("[data-cover-over]");
  const title = document.title;
  const tabs = new BroadcastChannel("used");
  let usedAt = Date.now();
  let toldAt = 0;
  let covered = false;

  const hide = () => {
    if (covered) return;
    covered = true;
    document.documentElement.classList.add("marac-covered");
    document.title = cover.querySelector("h2").textContent;
    cover.showModal();
  };

  const show = async () => {
    const answer = await fetch(cover.dataset.still, { redirect: "manual", cache: "no-store" }).catch(() => null);
    const same = answer?.ok && (await answer.text()) === document.querySelector("[name=written_by]").value;
    signedOut.hidden = Boolean(same);
    if (!same) return;
    covered = false;
    usedAt = Date.now();
    document.documentElement.classList.remove("marac-covered");
    document.title = title;
    cover.close();
  };

  const look = () => {
    if (limit && Date.now() - usedAt >= limit) hide();
  };

  // Other tabs of the same person are in use with this one.
  const used = () => {
    look();
    if (covered) return;
    usedAt = Date.now();
    if (usedAt - toldAt < 5_000) return;
    toldAt = usedAt;
    tabs.postMessage(usedAt);
  };

  for (const sign of ["pointermove", "pointerdown", "keydown", "wheel", "scroll"]) {
    document.addEventListener(sign, used, { capture: true, passive: true });
  }
  tabs.addEventListener("message", (event) => {
    usedAt = Math.max(usedAt, event.data);
  });
  document.addEventListener("visibilitychange", look);
  setInterval(look, 5_000);

  window.addEventListener("pagehide", hide);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) show();
  });
  cover.querySelector("button").addEventListener("click", show);
  // The Escape key closes a dialog; not this one.
  cover.addEventListener("cancel", (event) => event.preventDefault());
  cover.addEventListener("close", () => covered && cover.showModal());
}
