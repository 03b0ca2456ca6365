"""Counts the keys of minuting one typical case, by the keyboard alone, from the page of the case to the case heard.

Usage: python -m effort.minuting. It fills an area, starts a server and types in a real browser.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
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
