"""How somebody works a page: with a mouse, or with the keyboard alone. Steps are told to one hand or the other."""

from pathlib import Path
from typing import Any

from playwright.sync_api import TimeoutError as NothingHappened

MOST_STOPS = 500
MOST_PATIENT = 60_000  # milliseconds
# The radio itself is invisible: what shows that it is focused is drawn by its label.
SHOWS_FOCUS = """element => {
    const drawn = ["radio", "checkbox"].includes(element.type)
        ? getComputedStyle(element.labels[0], "::before") : getComputedStyle(element);
    return drawn.boxShadow !== "none" || (drawn.outlineStyle !== "none" && parseFloat(drawn.outlineWidth) > 0);
}"""
IS_FOCUSED = "element => element === document.activeElement"
IN_MAIN = "element => document.querySelector('main').contains(element)"
NOTHING_FOCUSED = "() => document.activeElement === document.body"


class Mouse:
    def __init__(self, page: Any) -> None:
        self.page = page

    def press(self, target: Any) -> None:
        target.click()

    def write(self, target: Any, text: str) -> None:
        target.fill(text)

    def choose(self, target: Any) -> None:
        """A radio button or a tick box."""
        target.check()

    def pick(self, target: Any, option: str) -> None:
        target.select_option(label=option)

    def give(self, target: Any, file: Path) -> None:
        target.set_input_files(file)


class Keyboard:
    """Tab, Enter, Space, arrows and letters. It reaches nothing that Tab does not, and wants to see where it is."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.unseen: list[str] = []

    def press(self, target: Any) -> None:
        self.reach(target)
        self.page.keyboard.press("Enter")

    def write(self, target: Any, text: str) -> None:
        self.reach(target)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def choose(self, target: Any) -> None:
        """Tab stops once in a group of radio buttons; the arrows walk inside it."""
        name = target.get_attribute("name")
        if target.get_attribute("type") == "checkbox":
            self.reach(target)
        else:
            self._tab_until(f"() => document.activeElement.name === {name!r}")
            self._arrow_until(target)
        if not target.is_checked():
            self.page.keyboard.press("Space")

    def pick(self, target: Any, option: str) -> None:
        self.reach(target)
        chosen = "element => element.selectedOptions[0].label"
        self.page.keyboard.press("Home")
        for _step in range(MOST_STOPS):
            if target.evaluate(chosen) == option:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"The list has no {option}.")

    def give(self, target: Any, file: Path) -> None:
        """A browser that is still painting a new page swallows the key, and whoever sits there presses it again."""
        self.reach(target)
        for timeout in (3000, 5000, 10000):
            try:
                with self.page.expect_file_chooser(timeout=timeout) as chooser:
                    self.page.keyboard.press("Space")
                break
            except NothingHappened:
                continue
        chooser.value.set_files(file)

    def reach(self, target: Any) -> None:
        """By the skip link where the page is new and the target is in its main part, as its user would."""
        target.wait_for()
        self.page.wait_for_load_state()
        if self.page.evaluate(NOTHING_FOCUSED) and target.evaluate(IN_MAIN):
            self.skip()
        for _stop in range(MOST_STOPS):
            if target.evaluate(IS_FOCUSED):
                break
            self.page.keyboard.press("Tab")
        else:
            raise AssertionError(f"Tab does not reach {target}.")
        if not target.evaluate(SHOWS_FOCUS):
            self.unseen.append(f"{self.page.title()}: {target}")

    def skip(self) -> None:
        """Past the menu. After a form the browser carries the place over: the next page begins there."""
        if self.page.evaluate("() => location.hash") == "#main-content":
            return
        self.page.keyboard.press("Tab")
        reached = self.page.evaluate("() => document.activeElement.outerHTML")
        assert "govuk-skip-link" in reached, f"The first stop of {self.page.title()} is {reached[:200]}"
        self.page.keyboard.press("Enter")

    def _tab_until(self, reached: str) -> None:
        for _stop in range(MOST_STOPS):
            if self.page.evaluate(reached):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach: {reached}")

    def _arrow_until(self, target: Any) -> None:
        for _stop in range(MOST_STOPS):
            if target.evaluate(IS_FOCUSED):
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"The arrows do not reach {target}.")
