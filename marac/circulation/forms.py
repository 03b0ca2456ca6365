"""Nothing is typed: each step is a button, and carries along what its page showed."""

from collections.abc import Collection

from marac.ui.fields import HiddenField
from marac.ui.forms import Form


class ShownForm(Form):
    """Of every part that was on the page, its mark. A press is an answer to that page and to no other."""

    shown = HiddenField()

    @property
    def marks(self) -> frozenset[str]:
        return frozenset(self.cleaned_data["shown"].split())

    def open_again(self, marks: Collection[str]) -> None:
        """The next press is an answer to what is shown now."""
        self.data = self.data.copy()
        self.data[self.add_prefix("shown")] = in_one(marks)


def in_one(marks: Collection[str]) -> str:
    return " ".join(sorted(marks))
