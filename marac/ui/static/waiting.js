// What was typed and is not known to have arrived. It is sent in its order, one after the other, and again until the
// server answers. It is kept in the page and nowhere else: a computer that is stolen has nothing of it.
const AGAIN = 4_000;

export class Waiting {
  #jobs = new Map();
  #sending = false;
  #later = 0;
  #given;

  constructor(given) {
    this.#given = given;
  }

  get words() {
    return [...this.#jobs.values()].map((job) => job.words);
  }

  // A newer version of what waits under this name takes its place.
  put(name, job) {
    this.#jobs.set(name, job);
    this.send();
  }

  lost() {
    this.#given.changed("lost");
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.send(), AGAIN);
  }

  forget() {
    this.#jobs.clear();
  }

  async send() {
    if (this.#sending || !this.#jobs.size) return;
    this.#sending = true;
    this.#given.changed("saving");
    let went = true;
    while (went && this.#jobs.size) went = await this.#sendOne();
    this.#sending = false;
    if (!this.#jobs.size) this.#given.changed("saved");
  }

  async #sendOne() {
    const [name, job] = this.#jobs.entries().next().value;
    const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
    let answer;
    try {
      const body = new URLSearchParams({ ...job.fields, csrfmiddlewaretoken: token });
      answer = await fetch(job.url, { method: "POST", body, headers: { "X-Live": "1" }, redirect: "manual" });
    } catch {
      this.lost();
      return false;
    }
    if (answer.status >= 500) {
      this.lost();
      return false;
    }
    if (![200, 404, 422].includes(answer.status)) {
      await this.#renew();
      return false;
    }
    const said = answer.status === 404 ? {} : await answer.json();
    if (this.#jobs.get(name) === job) this.#jobs.delete(name); // or a newer version came meanwhile, and goes next
    this.#given.done(job, said, answer.status);
    return true;
  }

  // Signed out meanwhile, or in again in another tab: the token of this page is old, and a new one is fetched.
  async #renew() {
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.send(), AGAIN);
    this.#given.changed("signed-out");
    const answer = await fetch(location.href, { redirect: "manual" }).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const token = page.querySelector("#live [name=csrfmiddlewaretoken]")?.value;
    for (const each of token ? document.querySelectorAll("[name=csrfmiddlewaretoken]") : []) each.value = token;
  }
}
