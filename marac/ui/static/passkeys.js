// Asks the browser for a passkey and sends its answer with the form. A form that needs this says what else one can do.
const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const toText = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
const known = (list) => (list || []).map((each) => ({ ...each, id: toBytes(each.id) }));

const make = (asked) =>
  navigator.credentials.create({
    publicKey: {
      ...asked,
      challenge: toBytes(asked.challenge),
      user: { ...asked.user, id: toBytes(asked.user.id) },
      excludeCredentials: known(asked.excludeCredentials),
    },
  });

const show = (asked) =>
  navigator.credentials.get({ publicKey: { ...asked, challenge: toBytes(asked.challenge) } });

const answerOf = (passkey) => {
  const names = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const given = names.filter((name) => passkey.response[name]).map((name) => [name, toText(passkey.response[name])]);
  const id = toText(passkey.rawId);
  return JSON.stringify({ id, rawId: id, type: passkey.type, response: Object.fromEntries(given) });
};

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const trouble = form.querySelector("[data-passkey-trouble]");
  const ask = form.dataset.passkey === "make" ? make : show;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    trouble.hidden = true;
    try {
      form.elements.answer.value = answerOf(await ask(JSON.parse(form.dataset.asked)));
      form.submit();
    } catch {
      trouble.hidden = false;
    }
  });
}
