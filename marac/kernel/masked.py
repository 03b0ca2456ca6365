"""A text that no page, paper, mail or trail can print by accident: whatever prints it prints the mask."""

from typing import Any

from marac.kernel.text import _

MASK = _("Withheld")


class Masked:
    """Two are equal when their texts are, and an empty one is false: that much may be known without seeing it."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __str__(self) -> str:
        return str(MASK)

    __repr__ = __html__ = __str__

    def __bool__(self) -> bool:
        return bool(self._text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Masked | str) and self._text == unmasked(other)

    def __hash__(self) -> int:
        return hash(self._text)


def masked(value: Any) -> Any:
    """The text under a mask; None stays None."""
    return value if value is None or isinstance(value, Masked) else Masked(str(value))


def unmasked(value: Any) -> str:
    """The text itself. Who may call this, and why, is in tests/people/test_masks.py."""
    return value._text if isinstance(value, Masked) else str(value)
