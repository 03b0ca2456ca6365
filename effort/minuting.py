"""Counts the keys of minuting one typical case, by the keyboard alone, from the page of the case to the case heard.

Usage: python -m effort.minuting ADDRESS PLACE: a server with the demonstration (script/server), and the number of the
case's place on the list of a meeting that is today. It types in a real browser.
"""

import sys
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import expect, sync_playwright

from tests import browser

EMAIL, PASSWORD = "coordinator@fellshire.example.org", "invented people only"
LINES = (
    ("Fact", "Police", "Officers were called twice in June. No charge was brought either time.", "Crime system"),
    ("Fact", "Police", "He was arrested on Friday and released on bail not to contact her.", "Custody record"),
    ("Intelligence", "Police", "He may have the use of a second car.", ""),
    ("Opinion", "IDVA", "She is frightened of what he will do when the tenancy ends.", "Visit"),
    ("Fact", "Housing", "The tenancy is joint. The front door was mended in May.", "Repairs log"),
    ("Fact", "Children", "Both children are known to a social worker.", "Case file"),
    ("Opinion", "Children", "The older child tries to keep the peace and sleeps badly.", "School nurse"),
    ("Fact", "Health", "She was seen twice in the emergency department this year.", "Hospital record"),
)
ACTIONS = (
    ("Police", "Visit her at work, and agree when it is safe to ring."),
    ("Children", "See the school, and agree who collects the children."),
)
KEYS = {"Fact": "f", "Opinion": "o", "Intelligence": "i"}
LETTERS = {"IDVA": "cal", "Police": "pol", "Housing": "mea", "Children": "chi", "Health": "hos"}
SUMMARY = {
    "Who spoke for the victim": "The adviser",
    "What the victim wants": "To stay in her home, and for him not to come near the school.",
    "Possible harm to people or property": "He knows where she works and waits for her.",
    "What adds to the risk": "The tenancy ends in a month.",
    "Safety plans and what supports": "New locks; safe words agreed with the school.",
    "Conclusion": "High risk. The plan is agreed.",
    "Who tells the victim, how and by when": "The adviser, by telephone, tomorrow.",
}


@dataclass
class Keys:
    """Somebody at the keyboard alone: every key counts, those that say something and those that only get there."""

    page: Any
    words: int = 0
    others: int = 0

    def types(self, text: str) -> None:
        self.words += len(text)
        self.page.keyboard.type(text)

    def press(self, key: str) -> None:
        self.others += 1
        self.page.keyboard.press(key)

    def letters(self, text: str) -> None:
        """Letters by which something is found, not said."""
        for letter in text:
            self.press(letter)

    def reach(self, target: Any) -> None:
        """By Tab from where the focus is."""
        for _stop in range(300):
            if target.evaluate("element => element === document.activeElement"):
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not reach {target}.")


def minute(page: Any, day: str) -> Keys:
    """From the page of the case, on which the first box has the focus, until the case has ended."""
    keys = Keys(page)
    expect(page.get_by_label("This is")).to_be_focused()
    for kind, agency, text, source in LINES:
        keys.press(KEYS[kind])
        keys.letters(LETTERS[agency])
        keys.press("Tab")
        keys.types(text)
        if source:
            keys.press("Tab")
            keys.types(source)
        keys.press("Enter")
        page.locator("#lines").get_by_text(text).wait_for()
    keys.press("s")
    for label, text in SUMMARY.items():
        keys.reach(page.get_by_label(label, exact=True))
        keys.types(text)
    keys.press("Tab")
    keys.press("Enter")
    page.locator("[data-says=saved]").wait_for()
    for agency, task in ACTIONS:
        _act(keys, agency, task, day)
    _rest(keys)
    keys.press("b")
    keys.press("Enter")
    page.get_by_role("button", name="Begin the case").wait_for()
    return keys


def _act(keys: Keys, agency: str, task: str, day: str) -> None:
    _rest(keys)
    keys.press("a")
    expect(_box(keys, "What will be done")).to_be_focused()
    keys.types(task)
    keys.reach(_box(keys, "Or a risk not named yet"))
    keys.types("He waits for her.")
    keys.reach(_box(keys, "Who will do it"))
    _pick(keys, _box(keys, "Who will do it"), agency)
    keys.reach(_box(keys, "By when"))
    keys.types(day)
    keys.press("Enter")
    keys.page.locator("#agreed li").filter(has_text=task).wait_for()


def _box(keys: Keys, label: str) -> Any:
    return keys.page.get_by_label(label, exact=True)


def _rest(keys: Keys) -> None:
    """Back in the first box, from wherever on the page."""
    keys.press("Escape")
    expect(keys.page.get_by_label("This is")).to_be_focused()


def _pick(keys: Keys, target: Any, agency: str) -> None:
    """In a list of the browser's own: letters from the beginning of its name."""
    label = next(name for name in target.locator("option").all_inner_texts() if agency in name)
    for letter in label:
        keys.press("Space" if letter == " " else letter)
        if target.evaluate("element => element.selectedOptions[0].label") == label:
            return


def main(address: str, place: str) -> None:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser.executable(), args=browser.FLAGS)
        page = opened.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB").new_page()
        page.set_default_timeout(25_000)
        page.goto(address)
        page.get_by_label("E-mail address").fill(EMAIL)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_role("heading", name="Today").first.wait_for()
        page.goto(f"{address}/room/cases/{place}/")
        page.get_by_role("button", name="Begin the case").click()
        page.get_by_role("button", name="End the case").wait_for()
        keys = minute(page, "14/12/2026")
        print(f"{keys.words} keys that say something, {keys.others} that only get there: {keys.words + keys.others}")


if __name__ == "__main__":
    main(*sys.argv[1:])
