"""A hand on a page: it does what a person would do there, and counts it for the task that is under way."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from effort.model import Count

MOUSE, KEYBOARD = "mouse", "keyboard"
SERVED = "() => performance.getEntriesByType('navigation')[0].responseEnd / 1000"


class Refused(AssertionError):
    """A page did not do what the story expected of it: either the story or the page has to change."""


class Hand:
    """One person at one page. Every deed is counted under the task that was begun last."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.counts: dict[str, Count] = {}
        self._now = Count()
        self._rests_on = MOUSE

    @contextmanager
    def task(self, name: str) -> Iterator[None]:
        """One time that the task is done."""
        self._now = self.counts.setdefault(name, Count())
        self._now.times += 1
        try:
            yield
        except Exception as fault:
            where = f"{self.page.url}, “{self.page.locator('h1').first.text_content(timeout=1000)}”"
            raise Refused(f"{name}, time {self._now.times}, at {where}: {fault}") from fault

    def press(self, target: Any) -> None:
        """A button or link that opens no page."""
        self._point()
        target.click()

    def save(self, target: Any) -> None:
        """A button that saves a part of the page, which stays; the wait for the server is counted."""
        self._point()
        with self.page.expect_response(lambda answer: answer.request.method == "POST") as saved:
            target.click()
        saved.value.finished()
        self._now.served += saved.value.request.timing["responseEnd"] / 1000
        self.page.wait_for_load_state("networkidle")
        self._check(saved.value)

    def go(self, target: Any) -> None:
        """A button or link that opens a page; the wait for the server is counted."""
        self._point()
        with self.page.expect_navigation(wait_until="load") as opened:
            target.click()
        self._now.pages += 1
        self._now.served += self.page.evaluate(SERVED)
        self._check(opened.value)

    def download(self, target: Any) -> Path:
        """A button that hands over a file."""
        self._point()
        with self.page.expect_download() as kept:
            target.click()
        return Path(kept.value.path())

    def type(self, target: Any, text: str) -> None:
        """Point at the box, press, and type. What stood in it is replaced."""
        self._point()
        self._home(KEYBOARD)
        self._now.keystrokes += len(text)
        target.fill(text)

    def choose(self, target: Any) -> None:
        """A radio button or a tick box."""
        self._point()
        target.check()

    def pick(self, target: Any, option: str) -> None:
        """An entry of a drop-down list: open it, point at the entry."""
        self._point()
        self._point()
        target.select_option(label=option)

    def give(self, target: Any, file: Path) -> None:
        """Choose a file: open the window, point at the newest file, press twice."""
        self._point()
        self._point()
        self._now.presses += 1
        target.set_input_files(file)

    def read(self, *targets: Any, without: str = "") -> None:
        """Read what is shown there and what stands in its boxes, but what the selector `without` names."""
        for target in targets:
            self._now.words += len(target.evaluate(SHOWN, without).split())

    def glance(self, words: int) -> None:
        """Read so many words: of a phone call, or of a paper beside the screen."""
        self._now.words += words

    def decide(self, times: int = 1) -> None:
        self._now.decisions += times

    def _point(self) -> None:
        self._home(MOUSE)
        self._now.points += 1
        self._now.presses += 1

    def _home(self, on: str) -> None:
        if self._rests_on != on:
            self._rests_on = on
            self._now.homings += 1

    def _check(self, answer: Any) -> None:
        """A page that refuses is a fault of the story, never passed over."""
        if answer is not None and answer.status >= 400:
            raise Refused(f"{self.page.url} answered {answer.status}")
        summary = self.page.locator(".govuk-error-summary")
        if summary.count():
            raise Refused(f"{self.page.url}: {summary.first.inner_text()}")


# What a reader sees: texts that are shown, and of each box its value; a closed fold is not read.
SHOWN = """(element, without) => {
    const said = [];
    const walk = node => {
        if (node.nodeType === Node.TEXT_NODE) { said.push(node.textContent); return; }
        if (node.nodeType !== Node.ELEMENT_NODE || !node.checkVisibility()) return;
        if (node.classList.contains("govuk-visually-hidden") || (without && node.matches(without))) return;
        if (node.tagName === "SELECT") { said.push(node.selectedOptions[0]?.label ?? ""); return; }
        if (node.tagName === "TEXTAREA") { said.push(node.value); return; }
        if (node.tagName === "INPUT") { if (node.type === "text") said.push(node.value); return; }
        if (node.classList.contains("govuk-radios__item") && !node.querySelector("input").checked) return;
        node.childNodes.forEach(walk);
    };
    walk(element);
    return said.join(" ");
}"""
